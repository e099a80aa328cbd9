import { expect, inject, test, vi } from 'vitest';
import { Temporal } from '@confab/shared';
import { openPostgres } from '../../src/db/open-postgres.ts';
import type { Store } from '../../src/db/store.ts';
import { concernedBy } from '../../src/features/concerned.ts';
import type { WakeupHandlers, WakeupKind } from '../../src/wakeup/kinds.ts';
import { startWakeups } from '../../src/wakeup/timer.ts';
import { lendDatabase } from '../postgres/fresh-database.ts';
import { company, requestFor, type Company } from '../stage/company.ts';
import { Stage } from '../stage/stage.ts';

/** Servers on one database: two on PostgreSQL; a file has one. */
async function servers(): Promise<{ all: Company; stages: Stage[] } & AsyncDisposable> {
  await using owned = new AsyncDisposableStack();
  const postgres = inject('postgres');
  const stores: (Store | undefined)[] = [undefined];
  if (postgres) {
    const { url, giveBack } = await lendDatabase(postgres.maintenance);
    owned.defer(giveBack);
    stores.splice(0, 1, await openPostgres(url), await openPostgres(url));
  }
  const all = await company(undefined, stores[0]);
  const others = stores.slice(1).map((store) => Stage.on(store as Store, all.stage.now.toString()));
  const stages = [all.stage, ...others];
  for (const stage of stages) owned.use(stage);
  const everything = owned.move();
  return { all, stages, [Symbol.asyncDispose]: () => everything.disposeAsync() };
}

const day = (n: number) => `2026-03-${String(n).padStart(2, '0')}`;

/** What the night will leave: requests that nobody answers, sessions that are over, and near. */
async function evening(all: Company): Promise<void> {
  const { stage, mentor, mentee } = all;
  await stage.do(mentee, 'chat.send', { to: mentor, text: 'Hello' });
  for (let n = 0; n < 24; n++)
    await stage.do(mentee, 'booking.request', requestFor(all, day(n + 5)));
  for (const [date, time] of [
    ['02', '14:00'],
    ['02', '16:00'],
    ['03', '18:00'],
    ['03', '20:00'],
  ]) {
    const asked = requestFor(all, `2026-03-${date}`, time);
    const { booking } = await stage.do(mentee, 'booking.request', asked);
    await stage.do(mentor, 'booking.accept', { bookingId: booking.id, version: 1 });
  }
}

test('D6 N2: what came due in a night is done once each, however many servers wake up', async () => {
  await using house = await servers();
  const { all, stages } = house;
  const { db } = all.stage;
  await evening(all);
  const morning = Temporal.Instant.from('2026-03-03T05:00:00Z');
  for (const stage of stages) stage.now = morning;
  const due = await db
    .selectFrom('wakeup')
    .select(['kind', 'ref'])
    .where('due_at', '<=', morning.toString({ smallestUnit: 'millisecond' }))
    .execute();
  expect(due.length).toBeGreaterThan(70);

  const done: string[] = [];
  await using timers = new AsyncDisposableStack();
  for (const { core, ...stage } of stages) {
    const counted = Object.fromEntries(
      Object.entries(core.wakeups).map(([kind, work]) => [
        kind,
        async (...given: Parameters<WakeupHandlers[WakeupKind]>) => {
          await work(...given);
          given[0].afterCommit(() => {
            done.push(`${kind} ${given[1]}`);
            return Promise.resolve();
          });
        },
      ]),
    ) as WakeupHandlers;
    timers.use(startWakeups(core.ledger, () => stage.now, counted, concernedBy));
  }
  await vi.waitFor(
    () => {
      expect(done.length).toBeGreaterThanOrEqual(due.length);
    },
    { timeout: 20_000 },
  );
  await timers.disposeAsync();
  expect(done.toSorted()).toEqual(due.map(({ kind, ref }) => `${kind} ${ref}`).toSorted());

  const expired = await db
    .selectFrom('booking_event')
    .select(['booking_id'])
    .where('type', '=', 'expired')
    .execute();
  expect(new Set(expired.map((one) => one.booking_id)).size).toBe(24);
  expect(expired).toHaveLength(24);
  const told = await db.selectFrom('notice').select(['person_id', 'kind', 'booking_id']).execute();
  const once = new Set(told.map((one) => Object.values(one).join(' ')));
  expect(once.size).toBe(told.length);
  expect(told.filter(({ kind }) => kind === 'expired')).toHaveLength(48);
  expect(told.filter(({ kind }) => kind === 'day-before')).toHaveLength(4);
  for (const personId of [all.mentor, all.mentee]) {
    const entries = await db
      .selectFrom('feed_entry')
      .select('seq')
      .where('person_id', '=', personId)
      .orderBy('seq')
      .execute();
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
  }
  expect(stages.flatMap(({ failures }) => failures)).toEqual([]);
});
