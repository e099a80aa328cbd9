import { join } from 'node:path';
import { Process } from '../frame/process.ts';
import type { Place } from '../town/place.ts';
import type { Told, Wish } from './clients.ts';

/** Processes that the windows are shared among, so that none of them is the bottleneck. */
const processes = 4;

/** The windows of the first so many of a town's people, each at rest and up to date. */
export class Crowd implements AsyncDisposable {
  readonly #processes: readonly Process<unknown>[];

  private constructor(started: readonly Process<unknown>[]) {
    this.#processes = started;
  }

  static async gather(origin: string, town: Place, size: number): Promise<Crowd> {
    const share = Math.ceil(size / processes);
    return new Crowd(
      await Promise.all(
        Array.from({ length: processes }, (_, n) =>
          Process.start(join(import.meta.dirname, 'clients.ts'), [
            origin,
            town.file,
            String(n * share),
            String(Math.min(size, (n + 1) * share)),
          ]),
        ),
      ),
    );
  }

  async watch(forget: boolean): Promise<void> {
    await this.#ask({ kind: 'watch', forget });
  }

  async tell(patienceMs: number): Promise<Told> {
    const parts = await this.#ask<Told>({ kind: 'tell', patienceMs });
    const refused: Told['refused'] = {};
    for (const part of parts)
      for (const [code, count] of Object.entries(part.refused))
        refused[code] = (refused[code] ?? 0) + count;
    return { returns: parts.flatMap(({ returns }) => returns), refused };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#processes.map((one) => one[Symbol.asyncDispose]()));
  }

  #ask<Answer>(wish: Wish): Promise<Answer[]> {
    return Promise.all(this.#processes.map((one) => one.ask<Answer>(wish)));
  }
}
