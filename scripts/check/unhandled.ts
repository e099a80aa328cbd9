import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule, Vitest } from 'vitest/node';

/** Beside the JSON report, which leaves out what no test waited for. */
export const unhandledIn = (report: string): string => `${report}.unhandled`;

/** Writes down what was thrown while nobody waited for it: the run fails, and no test does. */
export default class Unhandled implements Reporter {
  #vitest: Vitest | null = null;

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  onTestRunEnd(_: readonly TestModule[], errors: readonly { message: string; stack?: string }[]) {
    const { outputFile } = this.#vitest?.config ?? {};
    if (errors.length === 0 || typeof outputFile !== 'object' || !outputFile.json) return;
    const thrown = errors.map(({ message, stack }) => stack ?? message);
    writeFileSync(unhandledIn(outputFile.json), JSON.stringify(thrown));
  }
}
