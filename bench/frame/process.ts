import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

/** Clock ticks of /proc in a second, on every Linux. */
const ticks = 100;

/** A process of a benchmark: says something once it is ready, answers what it is told. */
export class Process<Ready> implements AsyncDisposable {
  readonly #child: ChildProcess;
  readonly ready: Ready;

  private constructor(child: ChildProcess, ready: Ready) {
    this.#child = child;
    this.ready = ready;
  }

  static async start<Ready>(
    file: string,
    args: readonly string[],
    env: NodeJS.ProcessEnv = {},
  ): Promise<Process<Ready>> {
    const child = fork(file, args, { env: { ...process.env, ...env } });
    const ready = await Promise.race([
      once(child, 'message').then(([message]) => message as Ready),
      once(child, 'exit').then(() =>
        Promise.reject(new Error(`${file} ended before it was ready`)),
      ),
    ]);
    return new Process(child, ready);
  }

  async ask<Answer>(message: object): Promise<Answer> {
    this.#child.send(message);
    const [answer] = (await once(this.#child, 'message')) as [Answer];
    return answer;
  }

  /** Seconds of processor time used so far, by all its threads. */
  cpu(): number {
    const fields = readFileSync(`/proc/${String(this.#child.pid)}/stat`, 'utf8').split(') ')[1];
    const [user = '0', system = '0'] = fields?.split(' ').slice(11, 13) ?? [];
    return (Number(user) + Number(system)) / ticks;
  }

  /** Bytes of memory it holds. */
  resident(): number {
    const status = readFileSync(`/proc/${String(this.#child.pid)}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) * 1024;
  }

  async kill(signal: NodeJS.Signals): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.kill(signal);
    await ended;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null)
      await this.kill('SIGTERM');
  }
}
