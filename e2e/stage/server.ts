import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal, type Instant } from '@confab/shared';
import { freePort } from '../../server/test/neighbours/free-port.ts';
import { OwnProcess } from './own-process.ts';

const entry = new URL('./main.ts', import.meta.url).pathname;

/** A Confab of the test's own: a real process, with a folder, ports and a clock of its own. */
export class StageServer implements AsyncDisposable {
  readonly origin: string;
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'confab-stage-'));
  readonly #env: Record<string, string>;
  readonly #process: OwnProcess;
  #offset = 0;
  /** Shown once on the console, until an admin exists. */
  setupCode: string | null = null;

  private constructor(
    mode: 'serve' | 'demo',
    ports: { http: number; media: number },
    databaseUrl: string | null,
    nodePort: number | null,
    more: Record<string, string>,
  ) {
    this.#process = new OwnProcess(entry, [mode]);
    this.origin = `http://localhost:${String(ports.http)}`;
    this.#env = {
      PORT: String(ports.http),
      MEDIA_PORT: String(ports.media),
      MEDIA_WORKERS: '1',
      CONFAB_DATA: this.#dataDir,
      LOG_LEVEL: 'warn',
      ...(mode === 'serve' && { HOST: '127.0.0.1', MEDIA_ADDRESSES: '127.0.0.1' }),
      ...(databaseUrl !== null && { DATABASE_URL: databaseUrl }),
      ...(nodePort !== null && { STAGE_APART: 'yes', SFU_PORT: String(nodePort) }),
      ...more,
    };
  }

  /**
   * @param databaseUrl a PostgreSQL database of its own; null: SQLite in its folder
   * @param apart the media node is a process of its own, which the journey starts
   * @param more what else it is told, as operators tell it
   */
  static async start(
    mode: 'serve' | 'demo' = 'serve',
    databaseUrl: string | null = null,
    apart = false,
    more: Record<string, string> = {},
  ): Promise<StageServer> {
    const ports = { http: await freePort(), media: await freePort() };
    const server = new StageServer(mode, ports, databaseUrl, apart ? await freePort() : null, more);
    await server.resume();
    return server;
  }

  /** Starts the process again, on the same folder, ports and clock. */
  async resume(): Promise<void> {
    const ready = await this.#process.begin({
      ...this.#env,
      STAGE_CLOCK_OFFSET: String(this.#offset),
    });
    this.setupCode = (ready as { setupCode: string | null }).setupCode;
  }

  /** What its processes are told. */
  get environment(): Record<string, string> {
    return this.#env;
  }

  /** The store of a Confab that keeps everything in SQLite. */
  get databaseFile(): string {
    return join(this.#dataDir, 'confab.db');
  }

  /** Stops it where it is, for a kill: what it was sent by then, and has not answered, is in flight. */
  async halt(): Promise<void> {
    await this.#process.halt();
  }

  /** SIGKILL, in the middle of whatever it does. */
  async kill(): Promise<void> {
    await this.#process.end('SIGKILL');
  }

  /** The time of the server's clock. */
  get now(): Instant {
    return Temporal.Now.instant().add({ milliseconds: this.#offset });
  }

  /** Moves the server's clock to this instant; it runs on from there. */
  async setClock(instant: Instant): Promise<void> {
    this.#offset = instant.epochMilliseconds - Temporal.Now.instant().epochMilliseconds;
    await this.#process.tell({ offset: this.#offset });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#process.end('SIGTERM');
    rmSync(this.#dataDir, { recursive: true, force: true });
  }
}
