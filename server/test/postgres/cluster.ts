import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { postgresProgram } from './binaries.ts';
import { unprivileged } from './unprivileged.ts';

/** Quick rather than safe: what is committed has to survive the server, not the machine. */
const hasty = ['fsync=off', 'full_page_writes=off'];
const settings = [
  ...hasty,
  'listen_addresses=',
  'max_connections=400',
  'deadlock_timeout=200ms',
  'log_min_messages=fatal',
];

/**
 * A throw-away PostgreSQL on a socket in a folder of its own. It sorts as English does, not by
 * bytes, so that whatever leaned on the order of bytes without saying so would show.
 */
export class Cluster implements AsyncDisposable {
  readonly #folder: string;
  readonly #user: { uid: number; gid: number } | null;
  #server: ChildProcess | null = null;
  /** Whoever began it may be told to end before it is done. */
  readonly #abandon = () => {
    // At once, so that it writes nothing while its folder goes.
    this.#server?.kill('SIGKILL');
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  };

  private constructor(folder: string, user: { uid: number; gid: number } | null) {
    this.#folder = folder;
    this.#user = user;
    process.once('exit', this.#abandon);
  }

  static async open(): Promise<Cluster> {
    const folder = mkdtempSync(join(tmpdir(), 'confab-postgres-'));
    const user = unprivileged();
    if (user) chownSync(folder, user.uid, user.gid);
    const cluster = new Cluster(folder, user);
    const sorts = ['--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=en-US'];
    const made = ['--pgdata', cluster.#data, '--username=confab', '--auth=trust', '--no-sync'];
    await promisify(execFile)(postgresProgram('initdb'), [...made, '--encoding=UTF8', ...sorts], {
      cwd: folder,
      ...user,
    });
    await cluster.start();
    return cluster;
  }

  /** How a client names one of its databases. */
  url(database: string): string {
    return `postgres://confab@localhost/${database}?host=${encodeURIComponent(this.#folder)}`;
  }

  /** Starts it, or starts it again; resolves once it answers. */
  async start(): Promise<void> {
    const options = settings.flatMap((setting) => ['-c', setting]);
    this.#server = spawn(
      postgresProgram('postgres'),
      ['-D', this.#data, '-k', this.#folder, ...options],
      { cwd: this.#folder, stdio: 'ignore', ...this.#user },
    );
    while (!(await this.#answers())) {
      if (this.#server.exitCode !== null) throw new Error('PostgreSQL ended while it started');
      await rest(20);
    }
  }

  /** Ends it at once, as a power cut would end it. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (!server || server.exitCode !== null) return;
    server.kill('SIGQUIT');
    await once(server, 'exit');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
    process.off('exit', this.#abandon);
    rmSync(this.#folder, { recursive: true });
  }

  get #data(): string {
    return join(this.#folder, 'data');
  }

  async #answers(): Promise<boolean> {
    const client = new Client({ connectionString: this.url('postgres') });
    try {
      await client.connect();
      return true;
    } catch {
      return false;
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
