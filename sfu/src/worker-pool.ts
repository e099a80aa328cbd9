import { availableParallelism } from 'node:os';
import { WorkerSlot, type SlotOptions } from './worker-slot.ts';

export interface PoolOptions extends Pick<SlotOptions, 'workerBin' | 'listen' | 'log'> {
  /** How many; by default one less than there are cores, at least one. */
  workers: number | undefined;
}

/** Who wants to know when workers come and go. */
type Watcher = Pick<SlotOptions, 'onDied' | 'onReplaced'>;

/** The node's workers, each with its ports. */
export class WorkerPool {
  readonly slots: readonly WorkerSlot[];
  /** Told of every death and replacement from when it is set. */
  watcher: Watcher | null = null;

  private constructor(slots: WorkerSlot[]) {
    this.slots = slots;
  }

  /** @throws when any worker cannot be started; none is left behind */
  static async create(options: PoolOptions): Promise<WorkerPool> {
    const count = options.workers ?? Math.max(1, availableParallelism() - 1);
    let pool: WorkerPool | null = null;
    const telling: Watcher = {
      onDied: (slot) => pool?.watcher?.onDied(slot),
      onReplaced: (slot) => pool?.watcher?.onReplaced(slot),
    };
    const started = await Promise.allSettled(
      Array.from({ length: count }, (_, index) =>
        WorkerSlot.create({ ...options, ...telling, index }),
      ),
    );
    const slots = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const failure = started.find((one) => one.status === 'rejected');
    if (!failure) return (pool = new WorkerPool(slots));
    await Promise.all(slots.map((slot) => slot.close()));
    throw failure.reason;
  }

  /** The living worker that is least busy; of equals, the one with the fewest rooms. */
  choose(roomsOn: (slot: WorkerSlot) => number): WorkerSlot | null {
    const living = this.slots.filter((slot) => slot.server);
    const byLoad = (a: WorkerSlot, b: WorkerSlot) =>
      Math.round((a.load.share - b.load.share) * 10) || roomsOn(a) - roomsOn(b);
    return living.toSorted(byLoad)[0] ?? null;
  }

  async close(): Promise<void> {
    await Promise.all(this.slots.map((slot) => slot.close()));
  }
}
