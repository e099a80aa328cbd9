import { expect, test, vi } from 'vitest';
import { Temporal, type Instant } from '@confab/shared';
import type { Snapshot } from '@confab/shared/protocol';
import { watchClock } from '../../src/clock/watch.ts';
import { planAnew } from '../../src/core.ts';
import { concernedBy } from '../../src/features/concerned.ts';
import { startWakeups } from '../../src/wakeup/timer.ts';
import { accepted, company } from '../stage/company.ts';
import { followed, snapshotFor } from '../stage/snapshots.ts';
import type { Stage } from '../stage/stage.ts';

/** Lets the timer do everything that is due by the present clock. */
async function wake(stage: Stage) {
  const { ledger, wakeups } = stage.core;
  await using _ = startWakeups(ledger, () => stage.now, wakeups, concernedBy);
  await vi.waitFor(async () => {
    const next = await stage.db.selectFrom('wakeup').select('due_at').execute();
    expect(next.every((one) => one.due_at > stage.now.toString())).toBe(true);
  }, 10_000);
}

const set = async (stage: Stage, now: Instant) => {
  stage.now = now;
  await planAnew(stage.core.ledger, now);
};

test('P3: what closed by a clock that was a day ahead is open once that was set back, and closes in its time', async () => {
  const all = await company('2026-03-02T09:00:00Z');
  await using stage = all.stage;
  const { programId, mentor, mentee } = all;
  await accepted(all, '2026-03-02', '14:00');
  await stage.do(mentor, 'membership.set-availability', { programId, availability: 'away' });
  let window: Snapshot = await snapshotFor(stage, mentee);
  const look = async () => {
    for (const event of await stage.events(mentee, window.seq)) window = followed(window, event);
    expect(window).toEqual(await snapshotFor(stage, mentee));
    return window.conversations[0]?.writable;
  };
  expect(await look()).toBe(true);
  const before = stage.now;

  await set(stage, before.add({ hours: 24 }));
  await wake(stage);
  expect(await look()).toBe(false);
  await set(stage, before.add({ minutes: 1 }));
  expect(await look()).toBe(true);
  await stage.do(mentee, 'chat.send', { to: mentor, text: 'Until later.' });
  // Twice is once.
  const { seq } = window;
  await set(stage, before.add({ minutes: 2 }));
  expect(await stage.events(mentee, seq)).toHaveLength(1);

  stage.now = before.add({ hours: 5 });
  await wake(stage);
  expect(await look()).toBe(false);
  expect(stage.failures).toEqual([]);
});

test('W3: an extension given before the clock was ahead is kept when it is set back', async () => {
  const all = await company('2026-03-02T09:00:00Z');
  await using stage = all.stage;
  await accepted(all, '2026-03-02', '14:00');
  const { closes_at } = await stage.db
    .selectFrom('booking')
    .select('closes_at')
    .executeTakeFirstOrThrow();
  const begin = stage.now;
  await set(stage, begin.add({ hours: 24 * 400 }));
  await wake(stage);
  await set(stage, begin);
  const planned = await stage.db
    .selectFrom('wakeup')
    .select('due_at')
    .where('kind', '=', 'closing')
    .execute();
  expect(planned).toEqual([{ due_at: closes_at }]);
});

test('the clock is seen to have been set, forward and back, by how much', async () => {
  let now = Temporal.Now.instant();
  const began = performance.now();
  const by: number[] = [];
  const clock = () => now.add({ milliseconds: Math.round(performance.now() - began) });
  using _ = watchClock(clock, (ms) => void by.push(ms));
  now = now.add({ hours: 72 });
  await vi.waitUntil(() => by.length === 1, 10_000);
  now = now.subtract({ hours: 72 });
  await vi.waitUntil(() => by.length === 2, 10_000);
  expect(by.map((ms) => Math.round(ms / 3_600_000))).toEqual([72, -72]);
});

for (const [step, way] of [
  ['looks', 'read'],
  ['takes what it has found', 'write'],
] as const)
  test(`a clock that is set back while the timer ${step} is the one that counts`, async () => {
    const { stage } = await company('2033-01-01T00:00:00Z');
    await using owned = stage;
    const { ledger, wakeups } = owned.core;
    const { behind } = ledger.store;
    await planAnew(ledger, owned.now);
    const begin = behind[way];
    vi.spyOn(behind, way).mockImplementationOnce(async (work) => {
      await set(owned, Temporal.Instant.from('2026-03-02T09:00:00Z'));
      return begin(work);
    });
    await using _ = startWakeups(ledger, () => owned.now, wakeups, concernedBy);
    await vi.waitFor(async () => {
      const [next] = await owned.db.selectFrom('wakeup').select('due_at').execute();
      expect(next?.due_at).toMatch(/^2026-03-02T15/);
    }, 10_000);
  });
