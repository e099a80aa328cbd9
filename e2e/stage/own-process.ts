import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { standStill } from '../../server/test/neighbours/stand-still.ts';

/** A process of a journey's own, that can be ended in the middle of anything and begun again. */
export class OwnProcess {
  readonly #entry: string;
  readonly #args: readonly string[];
  #child: ChildProcess | null = null;

  constructor(entry: string, args: readonly string[] = []) {
    this.#entry = entry;
    this.#args = args;
  }

  /** @returns what it says first, which is that it is ready. @throws Error when it ends before */
  async begin(env: Record<string, string>): Promise<unknown> {
    const child = fork(this.#entry, this.#args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.#child = child;
    const [ready] = (await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(([code]) => {
        throw new Error(`${this.#entry} ended with ${String(code)} before it was ready`);
      }),
    ])) as [unknown];
    return ready;
  }

  /** Says this to it, and waits for its next word; does nothing while it does not run. */
  async tell(message: object): Promise<void> {
    const child = this.#child;
    if (!child) return;
    const heard = once(child, 'message');
    child.send(message);
    await heard;
  }

  /** Stops it in the middle of whatever it does; it can only be ended by SIGKILL then. */
  async halt(): Promise<void> {
    if (this.#child?.pid !== undefined) await standStill(this.#child.pid);
  }

  /** Resolves once it is gone; at once when it does not run. */
  async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }
}
