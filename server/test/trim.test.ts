import { afterEach, expect, test, vi } from 'vitest';
import { Temporal, toText } from '@confab/shared';
import { protocolVersion } from '@confab/shared/protocol';
import { planAnew } from '../src/core.ts';
import type { Tx } from '../src/db/database.ts';
import { concernedBy } from '../src/features/concerned.ts';
import { startWakeups } from '../src/wakeup/timer.ts';
import { company, type Company } from './stage/company.ts';
import { snapshotFor } from './stage/snapshots.ts';
import type { Stage } from './stage/stage.ts';

const begins = '2026-03-02T09:00:00Z';
let timer: AsyncDisposable | null = null;
afterEach(async () => {
  await timer?.[Symbol.asyncDispose]();
  timer = null;
});

/** Starts to tidy, as the application does. */
async function tidy(stage: Stage) {
  const { ledger, wakeups } = stage.core;
  await planAnew(ledger, stage.now);
  timer = startWakeups(ledger, () => stage.now, wakeups, concernedBy);
}

const write = (stage: Stage, work: (tx: Tx) => Promise<unknown>) =>
  stage.core.ledger.store.write(work);

/** Lets a person’s feed grow by so many entries about themselves. */
const grow = ({ stage, mentee }: Company, from: number, entries: number, at: string) =>
  write(stage, async (tx) => {
    const rows = Array.from({ length: entries }, (_, n) => ({
      person_id: mentee,
      seq: from + n,
      kind: 'me',
      ref: '',
      written_at: at,
    }));
    for (let n = 0; n < rows.length; n += 500)
      await tx
        .insertInto('feed_entry')
        .values(rows.slice(n, n + 500))
        .execute();
    await tx
      .updateTable('feed_head')
      .set({ seq: from + entries - 1 })
      .where('person_id', '=', mentee)
      .execute();
  });

const entries = async ({ stage, mentee }: Company) => {
  const rows = await stage.db
    .selectFrom('feed_entry')
    .select('seq')
    .where('person_id', '=', mentee)
    .orderBy('seq')
    .execute();
  return { first: rows[0]?.seq, count: rows.length };
};

test('what is older than 30 days goes a little at a time, and commands have their turn between', async () => {
  const all = await company(begins);
  await using stage = all.stage;
  const { seq } = await snapshotFor(stage, all.mentee);
  await grow(all, seq + 1, 3_000, toText(stage.now));
  stage.pass({ hours: 31 * 24 });
  const writes = vi.spyOn(stage.core.ledger.store.behind, 'write');
  await tidy(stage);
  let answered = 0;
  for (let left = Infinity; left > 0; left = (await entries(all)).count) {
    await stage.do(all.mentor, 'person.update', { about: `No. ${String(answered++)}` });
    expect(answered).toBeLessThan(1_000);
  }
  // A hundred at a stretch.
  expect(answered).toBeGreaterThan(3);
  expect(writes.mock.calls.length).toBeGreaterThan(3_000 / 100);
  await vi.waitFor(async () => {
    const outcomes = await stage.db.selectFrom('command_outcome').select('decided_at').execute();
    expect(outcomes.every((one) => one.decided_at === toText(stage.now))).toBe(true);
    const [next] = await stage.db.selectFrom('wakeup').selectAll().execute();
    expect(next).toEqual({ kind: 'trim', ref: '', due_at: toText(stage.now.add({ hours: 6 })) });
  }, 10_000);
  expect(stage.failures).toEqual([]);
});

test('of a long feed the last 5,000 entries are kept; who stands before them gets a snapshot', async () => {
  const all = await company(begins);
  await using stage = all.stage;
  const { seq } = await snapshotFor(stage, all.mentee);
  await grow(all, seq + 1, 5_700, toText(stage.now));
  const last = seq + 5_700;
  await tidy(stage);
  await vi.waitFor(async () => {
    expect(await entries(all)).toEqual({ first: last - 4_999, count: 5_000 });
  }, 30_000);
  const resume = (after: number) =>
    stage.know(all.mentee, 'live.resume', { protocol: protocolVersion, after });
  expect(await resume(seq)).toHaveProperty('snapshot');
  expect(await resume(last - 5_000)).toHaveProperty('events');
});

test('planned by a clock that was years ahead, it is planned anew once that was set back', async () => {
  const all = await company(begins);
  await using stage = all.stage;
  stage.now = Temporal.Instant.from('2033-01-01T00:00:00Z');
  await tidy(stage);
  const due = async () =>
    (await stage.db.selectFrom('wakeup').select('due_at').execute())[0]?.due_at;
  await vi.waitFor(async () => {
    expect(await due()).toMatch(/^2033-01-01T06/);
  }, 10_000);
  stage.now = Temporal.Instant.from(begins);
  await planAnew(stage.core.ledger, stage.now);
  await vi.waitFor(async () => {
    expect(await due()).toMatch(/^2026-03-02T15/);
  }, 10_000);
});
