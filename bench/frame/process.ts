import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { within } from './within.ts';

/** Clock ticks of /proc in a second, on every Linux. */
const ticks = 100;
/** Seconds within which a process has to be ready or answer: the longest answer takes a minute. */
const patience = 120;
/** Seconds that a process has to end in, when it is told to. */
const farewell = 10;

/** A process of a benchmark: says something once it is ready, answers what it is told. */
export class Process<Ready> implements AsyncDisposable {
  readonly #file: string;
  readonly #child: ChildProcess;
  readonly ready: Ready;

  private constructor(file: string, child: ChildProcess, ready: Ready) {
    this.#file = file;
    this.#child = child;
    this.ready = ready;
  }

  static async start<Ready>(
    file: string,
    args: readonly string[],
    env: NodeJS.ProcessEnv = {},
  ): Promise<Process<Ready>> {
    const child = fork(file, args, { env: { ...process.env, ...env } });
    const kill = () => child.kill('SIGKILL');
    // It does not outlive this one, and writes nothing while folders are cleared away.
    process.prependOnceListener('exit', kill);
    child.once('exit', () => process.off('exit', kill));
    try {
      return new Process(file, child, await said<Ready>(child, file));
    } catch (error) {
      kill();
      throw error;
    }
  }

  async ask<Answer>(message: object): Promise<Answer> {
    const answer = said<Answer>(this.#child, this.#file);
    // Whoever cannot hear it has ended, and that is told.
    this.#child.send(message, () => undefined);
    return await answer;
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

  /** Resolves when it has ended. @throws when it did not by itself: it is killed then */
  async kill(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (hasEnded(child)) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    try {
      await within(farewell, `${this.#file} ends at ${signal}`, ended);
    } catch (error) {
      child.kill('SIGKILL');
      await ended;
      throw error;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill('SIGTERM').catch((error: unknown) => {
      // What was measured until then is worth something all the same.
      console.error(error);
      process.exitCode = 1;
    });
  }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null;

/** What the process says next. @throws when it ends, or says nothing for long */
async function said<Said>(child: ChildProcess, file: string): Promise<Said> {
  const heard = new AbortController();
  const { signal } = heard;
  const gone = (): never => {
    throw new Error(`${file} has ended`);
  };
  if (hasEnded(child)) gone();
  const word = Promise.race([
    once(child, 'message', { signal }) as Promise<[Said]>,
    once(child, 'exit', { signal }).then(gone),
  ]);
  try {
    const [message] = await within(patience, `${file} answers`, word);
    return message;
  } finally {
    heard.abort();
  }
}
