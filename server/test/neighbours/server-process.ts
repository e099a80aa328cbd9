import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { standStill } from './stand-still.ts';

const entry = join(import.meta.dirname, 'entry.ts');

/** Where a server runs, if it is not just here. */
export interface Place {
  dataDir: string;
  /** The words of a command that runs another one there. */
  within: readonly string[];
}

const here = (): Place => ({
  dataDir: mkdtempSync(join(tmpdir(), 'confab-neighbour-')),
  within: [],
});

/** A server in a process of its own, perhaps one of several on the same store. */
export class ServerProcess implements AsyncDisposable {
  readonly port: number;
  readonly dataDir: string;
  readonly #within: readonly string[];
  readonly #env: Record<string, string>;
  #process: ChildProcess | null = null;
  /** When it is gone, and all that it has said is heard. */
  #gone: Promise<unknown> = Promise.resolve();
  setupCode: string | null = null;
  /** What it wrote into its log. */
  readonly log: { msg: string }[] = [];

  private constructor(port: number, env: Record<string, string>, place: Place) {
    this.port = port;
    this.#env = env;
    this.dataDir = place.dataDir;
    this.#within = place.within;
  }

  /** @param like whose secrets it shares */
  static async start(
    port: number,
    env: Record<string, string>,
    like: ServerProcess | null = null,
    place = here(),
  ): Promise<ServerProcess> {
    const server = new ServerProcess(port, env, place);
    if (like)
      copyFileSync(join(like.dataDir, 'secrets.json'), join(server.dataDir, 'secrets.json'));
    await server.resume();
    return server;
  }

  async resume(): Promise<void> {
    const own = { PORT: String(this.port), HOST: '127.0.0.1', CONFAB_DATA: this.dataDir };
    const [command, ...words] = [...this.#within, process.execPath, entry] as [string, string];
    const child = spawn(command, words, {
      env: { ...surroundings(), LOG_LEVEL: 'info', ...this.#env, ...own },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    this.#process = child;
    this.#gone = once(child, 'close');
    if (child.stdout)
      createInterface(child.stdout).on('line', (line) => {
        // A killed one may have broken off in the middle of its last.
        if (line.endsWith('}')) this.log.push(JSON.parse(line) as { msg: string });
      });
    const [message] = (await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(([code]) => {
        throw new Error(`The server ended with ${String(code)} before it listened`);
      }),
    ])) as [{ setupCode: string | null } | { faults: unknown }];
    if ('faults' in message) {
      await this.#gone;
      const code = String(child.exitCode);
      const faults = JSON.stringify(message.faults);
      throw new Error(`The server ended with ${code} before it listened: ${faults}`);
    }
    this.setupCode = message.setupCode;
  }

  /** Resolves when it has ended by itself. @returns its code */
  async ended(): Promise<number | null> {
    const child = this.#process;
    if (!child) return null;
    await this.#gone;
    return child.exitCode;
  }

  /** How many lines of the log begin with these words. */
  said(words: string): number {
    return this.log.filter(({ msg }) => msg.startsWith(words)).length;
  }

  /** What it says of itself to whoever watches over it. */
  async health(): Promise<{ db: boolean; redis?: boolean }> {
    const answer = await fetch(`http://127.0.0.1:${String(this.port)}/healthz`);
    return (await answer.json()) as { db: boolean };
  }

  /** Stands still, as a paused machine does, until it goes on. */
  async halt(): Promise<void> {
    if (this.#process?.pid !== undefined) await standStill(this.#process.pid);
  }

  goOn(): void {
    this.#process?.kill('SIGCONT');
  }

  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    // One that stands still hears nothing but SIGKILL.
    child.kill('SIGCONT');
    await this.#gone;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.end('SIGTERM');
    rmSync(this.dataDir, { recursive: true });
  }
}

/** What this process was given, but for what tells the tests how much to do. */
const surroundings = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('CONFAB_')));
