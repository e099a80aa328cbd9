import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** Confab as `npm start` and `npm run serve` begin it: a process that a test can end as it likes. */
export class RealStart implements AsyncDisposable {
  readonly #process: ChildProcess;
  readonly #said: Promise<string>;

  /** @param mediaPort each test has its own */
  constructor(mode: 'demo' | 'serve', folder: string, mediaPort: number, port = 0) {
    const env = {
      ...process.env,
      PORT: String(port),
      MEDIA_PORT: String(mediaPort),
      CONFAB_DATA: folder,
      LOG_LEVEL: 'silent',
    };
    const main = join(import.meta.dirname, '../../src/main.ts');
    this.#process = fork(main, [mode], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    const { stdout, stderr } = this.#process;
    if (!stdout || !stderr) throw new Error('It says nothing');
    this.#said = Promise.all([text(stdout), text(stderr)]).then((said) => said.join(''));
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  /** @throws when it ends instead */
  async listening(): Promise<void> {
    const ended = once(this.#process, 'exit').then(async () => {
      throw new Error(await this.#said);
    });
    await Promise.race([once(this.#process, 'message'), ended]);
  }

  /** How it ended by itself; null where it listens instead. */
  async exitCode(): Promise<number | null> {
    const begun = [once(this.#process, 'exit'), once(this.#process, 'message')];
    if (this.#isRunning) await Promise.race(begun);
    return this.#process.exitCode;
  }

  tell(signal: NodeJS.Signals): void {
    this.#process.kill(signal);
  }

  /** @returns what the console said */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<string> {
    if (this.#isRunning) {
      const ended = once(this.#process, 'exit');
      this.#process.kill(signal);
      await ended;
    }
    return this.#said;
  }

  get #isRunning(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.end('SIGKILL');
  }
}
