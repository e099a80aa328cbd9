import { expect, test, vi } from 'vitest';
import {
  isMarked,
  overlaps,
  roomState,
  sideOf,
  toText,
  type Booking,
  type Instant,
} from '@confab/shared';
import { bookingsOf, seeded, snapshotsOf } from './demo-stage.ts';

vi.setConfig({ testTimeout: 30_000 });

/** What a booking looks like on its page, told apart further than by its state. */
const kindsOf = (booking: Booking, now: Instant): string[] => {
  const kinds: string[] = [booking.state, `${booking.state} ${booking.terms.location.kind}`];
  if (booking.state === 'pending') kinds.push(`pending, awaiting ${booking.awaiting}`);
  if (booking.state === 'accepted') {
    kinds.push(`accepted, room ${roomState(booking, now)}`);
    if (booking.proposal) kinds.push('accepted, with a proposal');
  }
  if (booking.state === 'declined') kinds.push(`declined by ${booking.bySide}`);
  if (booking.state === 'declined' && booking.reason) kinds.push('declined with a reason');
  if (booking.state === 'expired') kinds.push(`expired, awaited ${booking.awaited}`);
  if (booking.state === 'cancelled') kinds.push(`cancelled by ${booking.bySide}`);
  if (booking.state === 'no-show') kinds.push(`no-show of ${booking.of}`);
  if (isMarked(booking) && booking.contest) kinds.push(`${booking.state}, contested`);
  if (isMarked(booking) && booking.markedBySide === 'manager')
    kinds.push(`${booking.state}, settled`);
  return kinds;
};

const expected = [
  'pending, awaiting mentor',
  'pending, awaiting mentee',
  'accepted, room open',
  'accepted, room before',
  'accepted, room after',
  'accepted, with a proposal',
  'accepted in-person',
  'completed online',
  'completed in-person',
  'completed, contested',
  'completed, settled',
  'no-show of mentor',
  'no-show of mentee',
  'declined by mentor',
  'declined by mentee',
  'declined with a reason',
  'expired, awaited mentor',
  'expired, awaited mentee',
  'withdrawn',
  'cancelled by mentor',
  'cancelled by mentee',
  'cancelled in-person',
];

const instants = {
  'an ordinary morning': '2026-11-22T10:07:31Z',
  'the spring gap in Helsinki': '2026-03-29T01:00:00Z',
  'the autumn fold in Helsinki': '2026-10-25T00:30:00Z',
  'the spring gap in New York': '2026-03-08T06:59:00Z',
  'the autumn fold in New York': '2026-11-01T05:45:12Z',
  'the end of a year': '2026-12-31T23:58:59.999Z',
  'the night of a leap day': '2028-02-29T01:00:00Z',
  'three at night in Helsinki': '2026-07-15T00:00:00Z',
  'a minute before midnight in Bogotá': '2026-09-27T04:59:00Z',
};

for (const [name, now] of Object.entries(instants))
  test(`B3 B6 W1: a demo made at ${name} has everything`, async () => {
    const all = await seeded(now);
    await using stage = all.stage;
    const bookings = await bookingsOf(all);
    const kinds = new Set(bookings.flatMap((one) => kindsOf(one, stage.now)));
    expect(expected.filter((kind) => !kinds.has(kind))).toEqual([]);

    // The main pair's room is open now, and one request waits with time to answer it.
    const own = bookings.filter((one) => one.menteeId === all.noor && one.mentorId === all.daniel);
    const open = own.filter(
      (one) => one.state === 'accepted' && roomState(one, stage.now) === 'open',
    );
    expect(open).toHaveLength(1);
    const hoursLeft = own.flatMap((one) =>
      one.state === 'pending' && one.awaiting === 'mentor'
        ? [stage.now.until(one.offer.respondBy).total('hours')]
        : [],
    );
    expect(hoursLeft).toHaveLength(1);
    expect(hoursLeft[0]).toBeGreaterThan(10);

    for (const person of all.people.values()) {
      const held = bookings
        .filter((one) => sideOf(one, person))
        .filter((one) => ['accepted', 'completed', 'no-show'].includes(one.state))
        .map(({ terms }) => terms);
      const clashes = held.filter((one, index) =>
        held.slice(index + 1).some((other) => overlaps(one, other)),
      );
      expect(clashes).toEqual([]);
    }
    expect(all.stage.failures).toEqual([]);
  });

test('C3 D6: conversations run forward in time, and never past now', async () => {
  const all = await seeded('2026-10-25T00:30:00Z');
  await using stage = all.stage;
  let count = 0;
  for (const snapshot of await snapshotsOf(all))
    for (const { with: other, lastSeq } of snapshot.conversations) {
      const sent: string[] = [];
      for (let before = lastSeq + 1; before > 1;) {
        const page = await stage.know(snapshot.me.id, 'chat.history', { with: other, before });
        sent.unshift(...page.messages.map((one) => one.sentAt));
        before = page.messages[0]?.seq ?? 0;
      }
      expect(sent).toHaveLength(lastSeq);
      expect(sent).toEqual(sent.toSorted());
      expect(sent.at(-1)).toBeDefined();
      expect((sent.at(-1) ?? '') <= toText(stage.now)).toBe(true);
      count += 1;
    }
  expect(count).toBe(24);
});

test('D4: what expired says so at its deadline, not when somebody next looked', async () => {
  const all = await seeded();
  await using stage = all.stage;
  const expired = (await bookingsOf(all)).filter((one) => one.state === 'expired');
  const lines = await stage.db
    .selectFrom('message')
    .select(['booking_id', 'sent_at'])
    .where('event', '=', 'expired')
    .execute();
  const told = Object.fromEntries(lines.map((line) => [line.booking_id, line.sent_at]));
  expect(told).toEqual(Object.fromEntries(expired.map((one) => [one.id, toText(one.endedAt)])));
  expect(expired).toHaveLength(2);
});

test('A1 A6 A7: some mentors of the demo have open times and usually answer soon, some have said nothing', async () => {
  const { stage, noor } = await seeded();
  await using _ = stage;
  const all = [];
  for (const { id: programId } of await stage.know(noor, 'program.list', {}))
    all.push(...(await stage.know(noor, 'program.open', { programId })).people);
  expect(all.some(({ nextOpenAt }) => nextOpenAt !== null)).toBe(true);
  expect(all.some(({ usualAnswer }) => usualAnswer !== null)).toBe(true);
});

test('F3 F4 F5: the demo’s manager has a contested and a forgotten session to settle', async () => {
  const { stage, people } = await seeded();
  await using _ = stage;
  const sofia = people.get('sofia@confab.example') ?? '';
  const kinds: string[] = [];
  for (const { id: programId } of await stage.know(sofia, 'program.list', {})) {
    const { cases } = await stage.know(sofia, 'program.cases', { programId, after: null });
    kinds.push(...cases.map((one) => `${one.kind} ${String(one.attendance.length)}`));
  }
  expect(kinds.toSorted()).toEqual(['contested 0', 'forgotten 2']);
});
