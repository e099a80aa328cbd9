import type { Worker } from 'mediasoup/types';

/** Milliseconds between two looks: a saturated worker should not be asked often. */
const interval = 5000;

/** The share of one core that a worker used lately, 0 to 1. */
export class WorkerLoad {
  share = 0;
  #timer: NodeJS.Timeout | undefined;

  /** Measures this worker from now on; null: none. */
  follow(worker: Worker | null): void {
    clearInterval(this.#timer);
    this.share = 0;
    if (!worker) return;
    let asking = false;
    let last: { cpu: number; at: number } | null = null;
    const look = async (): Promise<void> => {
      if (asking || worker.closed) return;
      asking = true;
      const usage = await worker.getResourceUsage().catch(() => null);
      asking = false;
      if (!usage || worker.closed) return;
      const now = { cpu: usage.ru_utime + usage.ru_stime, at: performance.now() };
      if (last) this.share = Math.min(1, (now.cpu - last.cpu) / (now.at - last.at));
      last = now;
    };
    this.#timer = setInterval(() => void look(), interval);
    this.#timer.unref();
  }
}
