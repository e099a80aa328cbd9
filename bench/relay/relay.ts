import { join } from 'node:path';
import { Process } from '../frame/process.ts';
import type { Distance, Way } from './way.ts';

/** Ways of any length, in a process of their own so that nothing measured waits for them. */
export class Relay implements AsyncDisposable {
  readonly #process: Process<unknown>;

  private constructor(process: Process<unknown>) {
    this.#process = process;
  }

  static async open(ways: readonly Way[]): Promise<Relay> {
    const main = join(import.meta.dirname, 'main.ts');
    return new Relay(await Process.start(main, [JSON.stringify(ways)]));
  }

  /** @param roundTrip milliseconds that each way adds, there and back */
  async setDistance(roundTrip: number): Promise<void> {
    await this.#process.ask<Distance>({ roundTrip });
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#process[Symbol.asyncDispose]();
  }
}
