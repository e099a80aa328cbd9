import { expect, test, vi } from 'vitest';
import { Temporal, type Instant } from '@confab/shared';
import { concernedBy } from '../../src/features/concerned.ts';
import { plan } from '../../src/wakeup/store.ts';
import { startWakeups } from '../../src/wakeup/timer.ts';
import type { WakeupHandlers } from '../../src/wakeup/kinds.ts';
import { transact } from '../../src/command/transact.ts';
import { dialectOf } from '../../src/db/dialect.ts';
import { accepted, company, requested } from '../stage/company.ts';
import type { Stage } from '../stage/stage.ts';

const nothing: WakeupHandlers = {
  deadline: () => Promise.resolve(),
  closing: () => Promise.resolve(),
  forgotten: () => Promise.resolve(),
  'room-grace': () => Promise.resolve(),
  trim: () => Promise.resolve(),
  digest: () => Promise.resolve(),
  'answer-halfway': () => Promise.resolve(),
  'answer-soon': () => Promise.resolve(),
  'day-before': () => Promise.resolve(),
  'hour-before': () => Promise.resolve(),
  'room-opens': () => Promise.resolve(),
  unmarked: () => Promise.resolve(),
  'still-unmarked': () => Promise.resolve(),
};

const run = (stage: Stage, handlers: WakeupHandlers = stage.core.wakeups) =>
  startWakeups(stage.core.ledger, () => stage.now, handlers, concernedBy);

async function proposalOf(stage: Stage, who: string, bookingId: string) {
  const { booking } = await stage.know(who, 'booking.open', { bookingId });
  return booking.state === 'accepted' ? booking.proposal : null;
}

const deadlineOf = (proposal: { respondBy: string } | null): Instant =>
  Temporal.Instant.from(proposal?.respondBy ?? '');

test('D6: a request expires by itself when its deadline has come', async () => {
  const all = await company();
  await using stage = all.stage;
  const bookingId = await requested(all);
  const { booking } = await stage.know(all.mentee, 'booking.open', { bookingId });
  if (booking.state !== 'pending') throw new Error('not pending');
  stage.now = Temporal.Instant.from(booking.offer.respondBy);
  await using _ = run(stage);
  await vi.waitFor(async () => {
    const row = await stage.db.selectFrom('booking').select('state').executeTakeFirst();
    expect(row?.state).toBe('expired');
  }, 10_000);
});

test('D6 R4: a deadline that a command set while the timer looked is not lost', async () => {
  const all = await company();
  await using stage = all.stage;
  const bookingId = await accepted(all);
  await stage.do(all.mentor, 'booking.propose', { bookingId, version: 1, minutes: 30 });
  const first = await proposalOf(stage, all.mentor, bookingId);
  stage.now = deadlineOf(first).add({ milliseconds: 1 });

  // The command comes when the timer has found what is due, and has not yet taken it.
  const { behind } = stage.core.ledger.store;
  const begin = behind.write.bind(behind);
  const again = Promise.withResolvers<boolean>();
  vi.spyOn(behind, 'write').mockImplementationOnce(async (work) => {
    const proposal = { bookingId, version: 2, minutes: 45 };
    const answer = await stage.give(all.mentor, 'booking.propose', proposal);
    again.resolve(answer.ok);
    return begin(work);
  });
  await using _ = run(stage);
  expect(await again.promise).toBe(true);

  const second = await proposalOf(stage, all.mentor, bookingId);
  expect(second?.version).toBe(3);
  stage.now = deadlineOf(second);
  await vi.waitFor(
    async () => {
      const row = await stage.db
        .selectFrom('booking_event')
        .select((select) => select.fn.countAll<number>().as('lapses'))
        .where('type', '=', 'proposal-lapsed')
        .executeTakeFirst();
      expect(row?.lapses).toBe(2);
    },
    { timeout: 10_000 },
  );
});

test('wake-ups that fail rest a while, and hold up neither the process nor the others', async () => {
  const all = await company();
  await using stage = all.stage;
  const past = stage.now.subtract({ hours: 1 });
  await transact(stage.core.ledger, stage.now, async ({ tx }) => {
    for (let n = 0; n < 30; n++) await plan(tx, 'deadline', `broken ${String(n)}`, past);
    await plan(tx, 'room-grace', 'whole', stage.now);
  });
  let tries = 0;
  let done = 0;
  await using _ = run(stage, {
    ...nothing,
    deadline: () => {
      tries++;
      return Promise.reject(new Error('broken'));
    },
    'room-grace': () => {
      done++;
      return Promise.resolve();
    },
  });
  await vi.waitFor(() => {
    expect(done).toBe(1);
  }, 10_000);
  // It has looked again, and left them alone.
  const looks = vi.spyOn(stage.core.ledger.store.behind, 'read');
  await vi.waitUntil(() => looks.mock.calls.length >= 2, 10_000);
  expect(stage.failures).toHaveLength(30);
  // In the embedded store what fails among others is done once more by itself.
  expect(tries).toBeGreaterThanOrEqual(30);
  expect(tries).toBeLessThanOrEqual(dialectOf(stage.db) === 'sqlite' ? 60 : 30);
});
