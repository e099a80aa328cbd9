import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Deeds, Said } from './deeds.ts';

const entry = join(import.meta.dirname, 'core-process.ts');

/** What has been compiled before, by whatever started here: loading takes longer than all else. */
const compiled = join(import.meta.dirname, '../../../node_modules/.confab/compiled');

/** A process and the line to it. */
export class CoreLine implements AsyncDisposable {
  readonly #child: ChildProcess = fork(entry, {
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  /** When it is gone, and all that it has said is heard. */
  readonly gone: Promise<unknown> = once(this.#child, 'close');
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>();
  #asked = 0;

  constructor(failed: (what: string) => void) {
    this.#child.on('message', (said: Said) => {
      if ('failed' in said) {
        failed(said.failed);
        return;
      }
      const waits = this.#waiting.get(said.no);
      this.#waiting.delete(said.no);
      if ('error' in said) waits?.reject(new Error(said.error));
      else waits?.resolve(said.value);
    });
  }

  /** Never resolves once the process is killed. */
  ask<Deed extends keyof Deeds>(
    deed: Deed,
    ...given: Parameters<Deeds[Deed]>
  ): ReturnType<Deeds[Deed]> {
    const no = ++this.#asked;
    const answer = Promise.withResolvers<unknown>();
    this.#waiting.set(no, answer);
    // It may have been killed this very instant.
    this.#child.send({ no, deed, given }, () => undefined);
    return answer.promise as ReturnType<Deeds[Deed]>;
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.gone;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
  }
}
