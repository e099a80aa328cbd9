import type { Router, WebRtcServer, Worker } from 'mediasoup/types';
import { codecs } from './codecs.ts';
import { listenInfos, type Listen } from './listen.ts';
import type { Log } from './log.ts';
import { startWorker } from './start-worker.ts';
import { WorkerLoad } from './worker-load.ts';

export interface SlotOptions {
  index: number;
  workerBin: string;
  listen: Listen;
  log: Log;
  /** The worker is gone, and with it every router on it. */
  onDied: (slot: WorkerSlot) => void;
  /** A new worker has taken its place. */
  onReplaced: (slot: WorkerSlot) => void;
}

/** Milliseconds before the next try to start a worker; the last one repeats. */
const pauses = [0, 100, 500, 2000, 5000];

/** The place of one worker and its ports: whoever dies in it is replaced. */
export class WorkerSlot {
  readonly index: number;
  readonly port: number;
  readonly load = new WorkerLoad();
  deaths = 0;
  #options: SlotOptions;
  #worker: Worker | null = null;
  #server: WebRtcServer | null = null;
  #closed = false;

  private constructor(options: SlotOptions) {
    this.#options = options;
    this.index = options.index;
    this.port = options.listen.port + options.index;
  }

  /** @throws when the worker cannot be started at all, or its port is taken */
  static async create(options: SlotOptions): Promise<WorkerSlot> {
    const slot = new WorkerSlot(options);
    await slot.#start();
    return slot;
  }

  /** Null while the worker is being replaced. */
  get server(): WebRtcServer | null {
    return this.#server;
  }

  /** Process id of the worker, for the operator. */
  get pid(): number | null {
    return this.#worker?.pid ?? null;
  }

  /** Null while the worker is being replaced. @throws when it dies meanwhile */
  async createRouter(mediaCodecs = codecs): Promise<Router | null> {
    return (await this.#worker?.createRouter({ mediaCodecs })) ?? null;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.load.follow(null);
    const worker = this.#worker;
    if (!worker) return;
    const ended = new Promise<void>((resolve) => worker.once('subprocessclose', resolve));
    worker.close();
    if (!worker.subprocessClosed) await ended;
  }

  async #start(): Promise<void> {
    const { workerBin, listen, index } = this.#options;
    const worker = await startWorker({ workerBin, logLevel: 'warn' });
    try {
      this.#server = await worker.createWebRtcServer({ listenInfos: listenInfos(listen, index) });
    } catch (error) {
      worker.close();
      throw error;
    }
    if (this.#closed) return worker.close();
    this.#worker = worker;
    this.load.follow(worker);
    worker.once('died', (error) => this.#died(error));
  }

  #died(error: Error): void {
    this.#worker = this.#server = null;
    this.load.follow(null);
    this.deaths += 1;
    this.#options.log.error({ worker: this.index, error: error.message }, 'media worker died');
    this.#options.onDied(this);
    void this.#replace(0);
  }

  async #replace(tries: number): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, pauses[tries] ?? pauses.at(-1)));
    if (this.#closed) return;
    try {
      await this.#start();
    } catch (error) {
      this.#options.log.error({ worker: this.index, error: String(error) }, 'no media worker yet');
      return this.#replace(tries + 1);
    }
    if (this.#closed) return;
    this.#options.log.info({ worker: this.index }, 'media worker replaced');
    this.#options.onReplaced(this);
  }
}
