import { expect, test } from 'vitest';
import type { DirectoryChange } from '../src/command/context.ts';
import { accepted, company, requested, requestFor, type Company } from './stage/company.ts';
import { officeHours } from './stage/hours.ts';

/** Wednesday 4 March, as Helsinki has it: two hours ahead of UTC. */
const wednesday = { from: '2026-03-03T22:00:00.000Z', until: '2026-03-04T22:00:00.000Z' };

const openTo = async (
  { stage, programId, mentor }: Company,
  viewer: string,
  range = wednesday,
  minutes = 60,
) => {
  const answer = await stage.know(viewer, 'times.open', {
    programId,
    mentorId: mentor,
    ...range,
    minutes,
  });
  return { ...answer, starts: answer.starts.map((start) => start.slice(11, 16)) };
};

const withHours = async (all: Company) => {
  await all.stage.do(all.mentor, 'hours.set', { hours: officeHours });
};

test('A1: a mentor’s hours are kept whole, replaced whole, and taken back', async () => {
  const all = await company();
  await using stage = all.stage;
  const kept = async () => (await stage.know(all.mentor, 'hours.mine', {})).hours;
  expect(await kept()).toBe(null);
  await withHours(all);
  expect(await kept()).toEqual(officeHours);
  const other = { ...officeHours, pause: 0, otherDays: [] };
  await stage.do(all.mentor, 'hours.set', { hours: other });
  expect(await kept()).toEqual(other);
  await stage.do(all.mentor, 'hours.set', { hours: null });
  expect(await kept()).toBe(null);
});

test('A1: hours that contradict themselves are refused with the fault, and nothing is written', async () => {
  const all = await company();
  await using stage = all.stage;
  await withHours(all);
  const week = officeHours.week.with(2, [{ from: '17:00', to: '09:00' }]);
  const answer = await stage.give(all.mentor, 'hours.set', { hours: { ...officeHours, week } });
  expect(answer).toEqual({ ok: false, code: 'hours', fault: 'empty-stretch', field: 'week.2' });
  expect((await stage.know(all.mentor, 'hours.mine', {})).hours).toEqual(officeHours);
});

test('A1 A3: without hours nothing is open, and it is said that there are none', async () => {
  const all = await company();
  await using stage = all.stage;
  expect(await openTo(all, all.mentee)).toEqual({
    hasHours: false,
    zone: 'Europe/Helsinki',
    starts: [],
    next: null,
  });
  await withHours(all);
  const { hasHours, starts } = await openTo(all, all.mentee);
  expect([hasHours, starts[0], starts.at(-1), starts.length]).toEqual([true, '07:00', '14:00', 29]);
  await stage.do(all.mentor, 'person.update', { zone: 'Europe/Lisbon' });
  expect((await openTo(all, all.mentee)).starts[0]).toBe('09:00');
});

test('A4 B6: what either side holds is not open, with the mentor’s pause around', async () => {
  const all = await company();
  await using _ = all.stage;
  await withHours(all);
  // Ten thirty until eleven thirty, UTC.
  await accepted(all);
  const mine = (await openTo(all, all.mentee)).starts;
  expect(mine.filter((start) => start > '08:30' && start < '12:30')).toEqual([
    '08:45',
    '09:00',
    '12:00',
    '12:15',
  ]);
  expect((await openTo(all, all.mentor)).starts).toEqual(mine);
});

test('B6: what the asking mentee holds elsewhere is not open to them, and is to others', async () => {
  const all = await company();
  await using stage = all.stage;
  await withHours(all);
  const other = await stage.person('Kofi');
  const lea = await stage.person('Lea');
  await stage.join(all.admin, all.programId, other, 'mentor');
  await stage.join(all.admin, all.programId, lea, 'mentee');
  await accepted({ ...all, mentor: other });
  const mine = (await openTo(all, all.mentee)).starts;
  expect(mine.includes('10:30')).toBe(false);
  expect((await openTo(all, lea)).starts.includes('10:30')).toBe(true);
});

test('A4 B6: a request that waits is not open to its mentee, and is to others', async () => {
  const all = await company();
  await using stage = all.stage;
  await withHours(all);
  const lea = await stage.person('Lea');
  await stage.join(all.admin, all.programId, lea, 'mentee');
  await requested(all);
  expect((await openTo(all, all.mentee)).starts.includes('10:30')).toBe(false);
  expect((await openTo(all, lea)).starts.includes('10:30')).toBe(true);
});

test('A6: every open time can be requested, and the first one not offered before cannot', async () => {
  const all = await company();
  await using stage = all.stage;
  await withHours(all);
  await accepted(all);
  const { programId, mentor: mentorId } = all;
  const { starts } = await stage.know(all.mentee, 'times.open', {
    programId,
    mentorId,
    ...wednesday,
    minutes: 60,
  });
  expect(starts.length).toBeGreaterThan(10);
  for (const start of starts) {
    const review = await stage.ask(all.mentee, 'booking.review', {
      programId,
      mentorId,
      start: { date: start.slice(0, 10), time: start.slice(11, 16), zone: 'UTC' },
      minutes: 60,
      location: { kind: 'online' },
    });
    expect(review.ok).toBe(true);
  }
});

test('A6: where nothing is open, the next time that is', async () => {
  const all = await company();
  await using _ = all.stage;
  await withHours(all);
  const friday = { from: '2026-03-05T22:00:00.000Z', until: '2026-03-08T22:00:00.000Z' };
  const { starts, next } = await openTo(all, all.mentee, friday);
  expect([starts, next]).toEqual([[], '2026-03-09T07:00:00.000Z']);
  // Nine o'clock in Helsinki, on the Monday.
  await accepted(all, '2026-03-09', '10:30');
  expect((await openTo(all, all.mentee, friday)).next).toBe('2026-03-09T08:30:00.000Z');
});

test('P3 A6: nothing is open with a mentor who is away, and with a busy one only to acquaintances', async () => {
  const all = await company();
  await using stage = all.stage;
  const { mentor, mentee, programId } = all;
  await withHours(all);
  const set = (availability: 'busy' | 'away' | 'available') =>
    stage.do(mentor, 'membership.set-availability', { programId, availability });
  const count = async () => (await openTo(all, mentee)).starts.length;
  await set('busy');
  expect(await count()).toBe(0);
  await set('available');
  await stage.do(mentee, 'chat.send', { to: mentor, text: 'Hello' });
  await set('busy');
  expect(await count()).toBe(29);
  await set('away');
  expect(await count()).toBe(0);
  expect((await openTo(all, mentor)).starts.length).toBe(29);
});

test('A6: a range that ends before it begins, or is too long, is malformed', async () => {
  const all = await company();
  await using stage = all.stage;
  const { programId, mentor: mentorId } = all;
  const ask = (from: string, until: string) =>
    stage.ask(all.mentee, 'times.open', { programId, mentorId, from, until, minutes: 60 });
  const malformed = { ok: false, code: 'malformed', field: 'until' };
  expect(await ask(wednesday.until, wednesday.from)).toEqual(malformed);
  expect(await ask('2026-03-01T00:00:00.000Z', '2026-04-05T00:00:00.001Z')).toEqual(malformed);
  expect((await ask('2026-03-01T00:00:00.000Z', '2026-04-05T00:00:00.000Z')).ok).toBe(true);
  expect(await ask('2026-02-30T00:00:00.000Z', wednesday.until)).toEqual({
    ok: false,
    code: 'malformed',
    field: 'from',
  });
});

test('A2 P3: who is free on Wednesday afternoon: the available, for the whole session', async () => {
  const all = await company();
  await using stage = all.stage;
  const { mentor, programId } = all;
  const free = async (from: string, until: string, minutes = 30) => {
    const range = { from: `2026-03-04T${from}:00.000Z`, until: `2026-03-04T${until}:00.000Z` };
    return (await stage.know(all.mentee, 'times.free', { programId, ...range, minutes })).mentorIds;
  };
  expect(await free('10:00', '16:00')).toEqual([]);
  await withHours(all);
  expect(await free('10:00', '16:00')).toEqual([mentor]);
  expect(await free('14:30', '18:00')).toEqual([mentor]);
  expect(await free('14:30', '18:00', 45)).toEqual([]);
  expect(await free('13:00', '13:30')).toEqual([mentor]);
  expect(await free('13:00', '13:29')).toEqual([]);
  await stage.do(mentor, 'membership.set-availability', { programId, availability: 'busy' });
  expect(await free('10:00', '16:00')).toEqual([]);
});

test('A6: the directory says when a mentor is open next, and changes as times are taken and given back', async () => {
  const all = await company('2026-03-04T06:00:00Z');
  await using stage = all.stage;
  const changes: DirectoryChange[] = [];
  stage.directoryChanged = (change) => void changes.push(change);
  const { programId } = all;
  const next = async () =>
    (await stage.know(all.mentee, 'program.open', { programId })).people[0]?.nextOpenAt;
  expect(await next()).toBe(null);
  await withHours(all);
  expect(changes.length).toBe(1);
  expect(await next()).toBe('2026-03-04T07:00:00.000Z');
  const bookingId = await requested(all, '2026-03-04', '10:30');
  expect(changes.length).toBe(1);
  await stage.do(all.mentor, 'booking.accept', { bookingId, version: 1 });
  expect(changes.length).toBe(2);
  expect(await next()).toBe('2026-03-04T08:30:00.000Z');
  await stage.do(all.mentee, 'booking.cancel', { bookingId, reason: null });
  expect(changes.length).toBe(3);
  expect(await next()).toBe('2026-03-04T07:00:00.000Z');
  await stage.do(all.mentor, 'membership.set-availability', { programId, availability: 'busy' });
  expect(await next()).toBe(null);
});

test('A7: the usual answer time is shown from the third answer on', async () => {
  const all = await company();
  await using stage = all.stage;
  const { programId, mentor: mentorId, mentee } = all;
  await stage.do(mentee, 'chat.send', { to: mentorId, text: 'Hello' });
  const usual = async () =>
    (await stage.know(mentee, 'mentor.open', { programId, mentorId })).usualAnswer;
  for (const [index, hours] of [3, 1, 2].entries()) {
    expect(await usual()).toBe(null);
    const day = `2026-03-1${String(index)}`;
    const { booking } = await stage.do(mentee, 'booking.request', requestFor(all, day));
    stage.pass({ hours });
    const about = { bookingId: booking.id };
    if (index === 0) await stage.do(mentorId, 'booking.decline', { ...about, reason: null });
    else if (index === 1) await stage.do(mentorId, 'booking.accept', { ...about, version: 1 });
    else {
      // Proposing answers; what follows on the same offer does not count again.
      await stage.do(mentorId, 'booking.propose', { ...about, version: 1, minutes: 30 });
      await stage.do(mentorId, 'booking.withdraw-proposal', { ...about, version: 2 });
      stage.pass({ hours: 1 });
      await stage.do(mentorId, 'booking.accept', { ...about, version: 1 });
    }
  }
  expect(await usual()).toBe(2 * 3_600_000);
});
