import { randomUUID } from 'node:crypto';
import { afterEach, expect, test, vi } from 'vitest';
import { Temporal, toText } from '@confab/shared';
import { protocolVersion } from '@confab/shared/protocol';
import { planAnew } from '../src/core.ts';
import type { Tx } from '../src/db/database.ts';
import { concernedBy } from '../src/features/concerned.ts';
import { trimEvery } from '../src/feed/trim.ts';
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

/** Makes a person’s feed longer by so many entries about themselves. */
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

/** The mentor writes to the mentee until their feed has been trimmed so often. */
async function trimmed({ stage, mentor, mentee }: Company, times: number) {
  const last = async () => {
    const heads = stage.db.selectFrom('feed_head').where('person_id', '=', mentee);
    return (await heads.select('seq').executeTakeFirstOrThrow()).seq;
  };
  const enough = (Math.floor((await last()) / trimEvery) + times) * trimEvery;
  for (let seq = await last(); seq < enough; seq = await last())
    await stage.do(mentor, 'chat.send', { to: mentee, text: 'How are you?' });
  return last();
}

const resume = ({ stage, mentee }: Company, after: number) =>
  stage.know(mentee, 'live.resume', { protocol: protocolVersion, after });

test('B5: outcomes older than 30 days go a little at a time, and commands have their turn between', async () => {
  const all = await company(begins);
  await using stage = all.stage;
  const outcomes = Array.from({ length: 1_000 }, () => ({
    person_id: all.mentee,
    command_id: randomUUID(),
    payload_hash: '',
    outcome: '',
    decided_at: toText(stage.now),
  }));
  await write(stage, (tx) => tx.insertInto('command_outcome').values(outcomes).execute());
  stage.pass({ hours: 31 * 24 });
  const writes = vi.spyOn(stage.core.ledger.store.behind, 'write');
  await tidy(stage);
  const old = async () => {
    const rows = await stage.db.selectFrom('command_outcome').select('decided_at').execute();
    return rows.filter((one) => one.decided_at !== toText(stage.now)).length;
  };
  let answered = 0;
  while ((await old()) > 0) {
    await stage.do(all.mentor, 'person.update', { about: `No. ${String(answered++)}` });
    expect(answered).toBeLessThan(1_000);
  }
  // A hundred at a stretch.
  expect(answered).toBeGreaterThan(3);
  expect(writes.mock.calls.length).toBeGreaterThan(1_000 / 100);
  await vi.waitFor(async () => {
    const [next] = await stage.db.selectFrom('wakeup').selectAll().execute();
    expect(next).toEqual({ kind: 'trim', ref: '', due_at: toText(stage.now.add({ hours: 6 })) });
  }, 10_000);
  expect(stage.failures).toEqual([]);
});

test('what is older than 30 days goes from a feed as it grows, a little at a time', async () => {
  const all = await company(begins);
  await using stage = all.stage;
  const { seq } = await snapshotFor(stage, all.mentee);
  await stage.do(all.mentee, 'chat.send', { to: all.mentor, text: 'Hello' });
  await grow(all, seq + 2, 3 * trimEvery, toText(stage.now));
  const old = seq + 1 + 3 * trimEvery;
  stage.pass({ hours: 31 * 24 });
  await trimmed(all, 1);
  expect(await entries(all)).toMatchObject({ first: 2 * trimEvery + 1 });
  await trimmed(all, 1);
  expect(await entries(all)).toMatchObject({ first: old + 1 });
  await trimmed(all, 1);
  expect(await entries(all)).toMatchObject({ first: old + 1 });
  expect(await resume(all, seq)).toHaveProperty('snapshot');
  expect(await resume(all, old)).toHaveProperty('events');
});

test('of a long feed the last 5,000 entries are kept; who stands before them gets a snapshot', async () => {
  const all = await company(begins);
  await using stage = all.stage;
  const { seq } = await snapshotFor(stage, all.mentee);
  await stage.do(all.mentee, 'chat.send', { to: all.mentor, text: 'Hello' });
  await grow(all, seq + 2, 5_000 + trimEvery, toText(stage.now));
  const last = await trimmed(all, 3);
  expect(await entries(all)).toEqual({ first: last - 4_999, count: 5_000 });
  expect(await resume(all, seq)).toHaveProperty('snapshot');
  expect(await resume(all, last - 5_000)).toHaveProperty('events');
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
