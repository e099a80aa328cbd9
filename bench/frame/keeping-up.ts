import type { Figure } from './figure.ts';
import { buckets, quantile, type Buckets } from './scrape.ts';
import { spread } from './spread.ts';

/** How a server kept up, in milliseconds at p99; NaN where nothing of the kind happened. */
export interface KeptUp {
  /** How late its event loop came, without the commits that fell in it. */
  loopDelay: number;
  commit: number;
  /** How many commits there were. */
  commits: number;
}

const told = ['confab_event_loop_delay_seconds', 'confab_commit_seconds'] as const;

/** Looks at a server now. @returns tells how it has kept up since */
export async function keepingUp(origin: string): Promise<() => Promise<KeptUp>> {
  const look = () => Promise.all(told.map((name) => buckets(origin, name)));
  const before = await look();
  return async () => {
    const after = await look();
    const p99 = (n: number) =>
      quantile(before[n] ?? new Map(), after[n] ?? new Map(), 0.99) * 1_000;
    const count = (found: readonly Buckets[]) => found[1]?.get(Infinity) ?? NaN;
    return { loopDelay: p99(0), commit: p99(1), commits: count(after) - count(before) };
  };
}

/** What every benchmark of a server tells beside its own. */
export const keptUp = (all: readonly KeptUp[], when: string): Figure[] => [
  {
    what: `event loop delay ${when}, p99`,
    unit: 'ms',
    ours: spread(all.map((one) => one.loopDelay)).median,
    baseline: null,
    bar: { most: 20 },
  },
  {
    what: `commit ${when}, p99`,
    unit: 'ms',
    ours: spread(all.map((one) => one.commit)).median,
    baseline: null,
    bar: null,
  },
];
