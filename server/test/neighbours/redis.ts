import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort } from './free-port.ts';

/** A throw-away Redis, which keeps nothing on disk. */
export class ThrowAwayRedis implements AsyncDisposable {
  readonly url: string;
  readonly #port: number;
  readonly #folder = mkdtempSync(join(tmpdir(), 'confab-redis-'));
  #server: ChildProcess | null = null;

  private constructor(port: number) {
    this.#port = port;
    this.url = `redis://127.0.0.1:${String(port)}`;
  }

  static async open(): Promise<ThrowAwayRedis> {
    const redis = new ThrowAwayRedis(await freePort());
    await redis.start();
    return redis;
  }

  /** Starts it, or starts it again, empty; resolves once it answers. */
  async start(): Promise<void> {
    const options = ['--port', String(this.#port), '--bind', '127.0.0.1', '--save', ''];
    this.#server = spawn('redis-server', [...options, '--dir', this.#folder], { stdio: 'ignore' });
    while (!(await this.#answers())) await rest(20);
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (!server) return;
    server.kill('SIGKILL');
    await once(server, 'exit');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true });
  }

  /** How many servers hear what is said through it. */
  async listeners(): Promise<number> {
    using owned = new DisposableStack();
    const client = owned.adopt(new Redis(this.url), (one) => {
      one.disconnect();
    });
    const list = await client.client('LIST', 'TYPE', 'PUBSUB');
    return String(list).split('\n').filter(Boolean).length;
  }

  async #answers(): Promise<boolean> {
    const client = new Redis(this.url, { lazyConnect: true, retryStrategy: () => null });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.ping();
      return true;
    } catch {
      return false;
    } finally {
      client.disconnect();
    }
  }
}
