import { exponentialBuckets, Histogram } from 'prom-client';
import type { StoreWatch } from '../db/sqlite-store.ts';

/** Milliseconds between two looks at how late the event loop is. */
const every = 10;

export interface Pace extends Disposable {
  committed: StoreWatch['committed'];
  readonly metrics: readonly Histogram[];
}

/**
 * Measures how the one process keeps up: how long commits take, how many works share one, and by
 * how much the event loop comes late. While a commit waits for the disk the loop stands by design:
 * that much is taken out of the delay it fell in, and told by itself.
 */
export function watchPace(): Pace {
  const commit = new Histogram({
    name: 'confab_commit_seconds',
    help: 'Time that one commit to the embedded store took, its sync included',
    buckets: exponentialBuckets(0.0002, 1.5, 20),
    registers: [],
  });
  const together = new Histogram({
    name: 'confab_commit_works',
    help: 'Works that one commit kept together',
    buckets: [1, 2, 4, 8, 16, 32, 64],
    registers: [],
  });
  const delay = new Histogram({
    name: 'confab_event_loop_delay_seconds',
    help: 'Delay of the event loop, without the commits that fell in it',
    buckets: [0.001, 0.002, 0.005, 0.0075, 0.01, 0.0125, 0.015, 0.02, 0.03, 0.05, 0.1, 0.25, 1],
    registers: [],
  });
  let due = performance.now() + every;
  let standing = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    delay.observe(Math.max(0, now - due - standing) / 1_000);
    due = now + every;
    standing = 0;
  }, every);
  timer.unref();
  return {
    committed(from, until, works) {
      commit.observe((until - from) / 1_000);
      together.observe(works);
      // What a commit took before the timer was due has not made it late.
      standing += Math.max(0, until - Math.max(from, due));
    },
    metrics: [commit, together, delay],
    [Symbol.dispose]() {
      clearInterval(timer);
    },
  };
}
