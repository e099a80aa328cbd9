import { describe, expect, test } from 'vitest';
import { Temporal, type ReminderKind } from '@confab/shared';
import { keptNotices, type CommandName, type CommandWire } from '@confab/shared/protocol';
import { accepted, company, requested, requestFor, type Company } from './stage/company.ts';
import { snapshotFor } from './stage/snapshots.ts';
import { wake } from './stage/woken.ts';

const told = async ({ stage }: Company, personId: string): Promise<string[]> => {
  const { notices } = await snapshotFor(stage, personId);
  return notices.latest.map((one) => one.kind).toReversed();
};

/** What the two are told of, apart from what they were told before. */
async function afterwards(all: Company, act: () => Promise<unknown>) {
  const before = [await told(all, all.mentor), await told(all, all.mentee)];
  await act();
  const [mentor, mentee] = [await told(all, all.mentor), await told(all, all.mentee)];
  return { mentor: mentor.slice(before[0]?.length), mentee: mentee.slice(before[1]?.length) };
}

const at = (all: Company, text: string) => {
  all.stage.now = Temporal.Instant.from(text);
};

describe('N1: every change tells the other side', () => {
  const cases: [CommandName, 'mentor' | 'mentee', (all: Company) => Promise<object>][] = [
    ['booking.accept', 'mentor', async (all) => ({ bookingId: await requested(all), version: 1 })],
    [
      'booking.decline',
      'mentor',
      async (all) => ({ bookingId: await requested(all), reason: null }),
    ],
    ['booking.withdraw', 'mentee', async (all) => ({ bookingId: await requested(all) })],
    [
      'booking.propose',
      'mentor',
      async (all) => ({ bookingId: await accepted(all), version: 1, minutes: 30 }),
    ],
    [
      'booking.cancel',
      'mentee',
      async (all) => ({ bookingId: await accepted(all), reason: 'Ill' }),
    ],
  ];
  for (const [name, by, given] of cases)
    test(`${name} by the ${by}`, async () => {
      const all = await company();
      await using stage = all.stage;
      const input = (await given(all)) as CommandWire<typeof name>;
      const { mentor, mentee } = await afterwards(all, () => stage.do(all[by], name, input));
      const [own, other] = by === 'mentor' ? [mentor, mentee] : [mentee, mentor];
      expect(own).toEqual([]);
      expect(other).toHaveLength(1);
    });
});

test('N1 B4: of what nobody did in time, both are told', async () => {
  const all = await company();
  await using _ = all.stage;
  await requested(all);
  const { mentor, mentee } = await afterwards(all, () => {
    all.stage.pass({ hours: 20 });
    return wake(all.stage);
  });
  expect([mentor.at(-1), mentee.at(-1)]).toEqual(['expired', 'expired']);
});

test('N1 P4: of what a membership’s end cancelled, both are told', async () => {
  const all = await company();
  await using stage = all.stage;
  await accepted(all);
  const { admin, programId, mentor: personId } = all;
  const ended = () => stage.do(admin, 'admin.suspend', { programId, personId });
  expect(await afterwards(all, ended)).toEqual({ mentor: ['cancelled'], mentee: ['cancelled'] });
});

test('N1: what was seen on one device is seen on all, and never unseen', async () => {
  const all = await company();
  await using stage = all.stage;
  await requested(all);
  const { seq, notices } = await snapshotFor(stage, all.mentor);
  expect(notices).toMatchObject({ lastNo: 1, readUpTo: 0 });
  await stage.do(all.mentor, 'notice.read', { upTo: 99 });
  const [event] = await stage.events(all.mentor, seq);
  expect(event).toMatchObject({
    kind: 'notice',
    notice: null,
    notices: { lastNo: 1, readUpTo: 1 },
  });
  await stage.do(all.mentor, 'notice.read', { upTo: 0 });
  expect((await snapshotFor(stage, all.mentor)).notices).toMatchObject({ readUpTo: 1 });
});

test('N1: a snapshot holds the latest, and older ones are paged to the first', async () => {
  const all = await company();
  await using stage = all.stage;
  await stage.do(all.mentee, 'chat.send', { to: all.mentor, text: 'Hello' });
  const pairs = keptNotices + 3;
  for (let n = 0; n < pairs; n++) {
    const { booking } = await stage.do(all.mentee, 'booking.request', requestFor(all));
    await stage.do(all.mentee, 'booking.withdraw', { bookingId: booking.id });
  }
  const { notices } = await snapshotFor(stage, all.mentor);
  expect(notices.lastNo).toBe(2 * pairs);
  expect(notices.latest).toHaveLength(keptNotices);
  const numbers = notices.latest.map(({ no }) => no);
  for (let more = true; more;) {
    const page = await stage.know(all.mentor, 'notice.list', { before: numbers.at(-1) ?? 0 });
    numbers.push(...page.notices.map(({ no }) => no));
    more = page.more;
  }
  expect(numbers).toEqual(Array.from({ length: 2 * pairs }, (_, index) => 2 * pairs - index));
});

test('N2: both are reminded a day before, an hour before, and when the room opens', async () => {
  const all = await company();
  await using _ = all.stage;
  // Wednesday 4 March, 14:00 in Tehran.
  await accepted(all);
  const kinds: ReminderKind[] = ['day-before', 'hour-before', 'room-opens'];
  for (const [index, time] of [
    '2026-03-03T10:30:00Z',
    '2026-03-04T09:30:00Z',
    '2026-03-04T10:00:00Z',
  ].entries()) {
    at(all, time);
    all.stage.pass({ milliseconds: -1 });
    expect(await afterwards(all, () => wake(all.stage))).toEqual({ mentor: [], mentee: [] });
    all.stage.pass({ milliseconds: 1 });
    const kind = kinds[index] as string;
    expect(await afterwards(all, () => wake(all.stage))).toEqual({
      mentor: [kind],
      mentee: [kind],
    });
  }
});

test('N2: a reminder looks again: nothing of a session that was cancelled or has begun', async () => {
  const all = await company();
  await using stage = all.stage;
  const bookingId = await accepted(all);
  const late = await accepted(all, '2026-03-05', '14:00');
  await stage.do(all.mentee, 'booking.cancel', { bookingId, reason: null });
  // The timer stood still, and comes long after the second has begun.
  at(all, '2026-03-05T11:00:00Z');
  const { mentor, mentee } = await afterwards(all, () => wake(all.stage));
  expect([mentor, mentee]).toEqual([['room-opens'], ['room-opens']]);
  const { notices } = await snapshotFor(stage, all.mentor);
  expect(notices.latest[0]?.bookingId).toBe(late);
});

test('N2 R2: a moved session is reminded of at its new time only', async () => {
  const all = await company();
  await using stage = all.stage;
  const bookingId = await accepted(all);
  const start = { date: '2026-03-06', time: '14:00', zone: 'Asia/Tehran' };
  await stage.do(all.mentor, 'booking.propose', { bookingId, version: 1, start });
  await stage.do(all.mentee, 'booking.accept', { bookingId, version: 2 });
  at(all, '2026-03-04T10:00:00Z');
  expect(await afterwards(all, () => wake(all.stage))).toEqual({ mentor: [], mentee: [] });
  at(all, '2026-03-05T10:30:00Z');
  expect((await afterwards(all, () => wake(all.stage))).mentor).toEqual(['day-before']);
});

test('N2: what is due is told, though the session changes before the timer comes', async () => {
  const all = await company();
  await using stage = all.stage;
  const bookingId = await accepted(all);
  // An hour before the mentee would rather have half an hour.
  at(all, '2026-03-04T09:30:00Z');
  await stage.do(all.mentee, 'booking.propose', { bookingId, version: 1, minutes: 30 });
  const { mentee } = await afterwards(all, () => wake(all.stage));
  expect(mentee).toEqual(['hour-before']);
});

test('F5: a proposal that lapses takes no word from a session that nobody marked', async () => {
  const all = await company();
  await using stage = all.stage;
  const bookingId = await accepted(all);
  await stage.do(all.mentee, 'booking.propose', { bookingId, version: 1, minutes: 30 });
  // The timer stood still until a day after the end; it has lapsed for whoever looks before.
  at(all, '2026-03-05T11:30:00Z');
  expect((await told(all, all.mentor)).at(-1)).toBe('proposal-lapsed');
  expect((await afterwards(all, () => wake(all.stage))).mentor).toEqual(['still-unmarked']);
});

test('D7 N2: only whoever is to answer is reminded, and only while there is time', async () => {
  const all = await company();
  await using stage = all.stage;
  // Asked at 11:00 in Helsinki: until 07:00 next day; halfway 17:00, two hours before 21:00.
  const bookingId = await requested(all);
  at(all, '2026-03-02T15:00:00Z');
  expect(await afterwards(all, () => wake(all.stage))).toEqual({
    mentor: ['answer-halfway'],
    mentee: [],
  });
  await stage.do(all.mentor, 'booking.accept', { bookingId, version: 1 });
  at(all, '2026-03-02T19:00:00Z');
  expect((await afterwards(all, () => wake(all.stage))).mentor).toEqual([]);
});
