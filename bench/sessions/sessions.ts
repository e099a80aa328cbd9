import { join } from 'node:path';
import { sql } from 'kysely';
import { Temporal, type Instant } from '@confab/shared';
import { openPostgres } from '../../server/src/db/open-postgres.ts';
import { openSqlite } from '../../server/src/db/open.ts';
import type { Store } from '../../server/src/db/store.ts';
import { Cluster } from '../../server/test/postgres/cluster.ts';
import type { Benchmark } from '../frame/benchmark.ts';
import type { Figure } from '../frame/figure.ts';
import { Folder } from '../frame/folder.ts';
import { runs } from '../frame/often.ts';
import { spread, type Spread } from '../frame/spread.ts';
import { questions } from './asking.ts';
import { gather, size, type Crowd } from './crowd.ts';
import { plainly } from './plainly.ts';
import { ours, oursAndTheirs } from './processors.ts';
import { coreOn } from './templates.ts';

/** One of twenty is to be told apart. */
const times = 4 * runs;
/** Not counted: what has just been gathered is still being cleared away. */
const warmUps = 20;
/** Milliseconds of processor time, the database’s included, that nineteen of twenty keep to. */
const bar = { most: 10, itself: true } as const;

type Work = () => Promise<unknown>;

/** Sessions and Dashboard of whoever has 5,000 of 100,000 sessions, on both databases. */
export const sessions: Benchmark = {
  name: 'sessions',
  async run() {
    const now = Temporal.Now.instant();
    const figures: Figure[] = [];
    const did: Record<string, unknown> = { ...size, runs: times };
    {
      using folder = new Folder();
      await using store = await openSqlite(join(folder.path, 'confab.db'));
      const crowd = await gather(store, now);
      await measured('SQLite', ours, store, crowd, now, figures, did);
    }
    await using cluster = await Cluster.open();
    await using store = await openPostgres(cluster.url('postgres'));
    const crowd = await gather(store, now);
    // As it does by itself within minutes.
    await sql`vacuum analyze`.execute(store.db);
    await measured('PostgreSQL', await oursAndTheirs(store), store, crowd, now, figures, did);
    return { figures, did };
  },
};

async function measured(
  database: string,
  clock: Clock,
  store: Store,
  crowd: Crowd,
  now: Instant,
  figures: Figure[],
  did: Record<string, unknown>,
): Promise<void> {
  const plain = plainly(store, crowd, now);
  for (const [what, work] of Object.entries(
    questions(
      coreOn(store, () => now),
      crowd,
      now,
    ),
  )) {
    const answered = await timed(clock, work);
    const naive = plain[what as keyof typeof plain];
    const baseline = naive ? await timed(clock, naive) : null;
    did[`${database}: ${what}`] = { ours: answered, baseline };
    figures.push({
      what: `${database}, ${what}: nineteen of twenty`,
      unit: 'ms CPU',
      ours: answered.p95,
      baseline: baseline?.p95 ?? null,
      bar,
    });
  }
}

/** Milliseconds of processor time so far. */
type Clock = () => number;

async function timed(read: Clock, work: Work): Promise<Spread> {
  const took: number[] = [];
  for (let run = -warmUps; run < times; run++) {
    const begun = read();
    await work();
    if (run >= 0) took.push(read() - begun);
  }
  return spread(took);
}
