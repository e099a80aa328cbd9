import { expect, test } from 'vitest';
import { accepted, requested } from '../stage/company.ts';
import { scene, type Scene } from './scene.ts';

/** From half past ten to half past eleven, in UTC. */
const session = ['2026-03-04', '14:00'] as const;

const opened = ({ all }: Scene, viewer: 'mentor' | 'mentee', bookingId: string) =>
  all.stage.know(all[viewer], 'booking.open', { bookingId });

test('A8 B6: over a busy time may be asked; who answers is told, and may accept', async () => {
  await using place = await scene();
  const { all } = place;
  const bookingId = await requested(all, ...session);
  expect((await opened(place, 'mentor', bookingId)).calendarBusy).toBe(false);
  // In minutes since the epoch: that day from eleven to noon.
  const busy = [Date.UTC(2026, 2, 4, 11) / 60_000, 60];
  await all.stage.do(all.mentor, 'calendar-source.add-file', { name: 'Trip', busy, leftOut: 0 });
  expect((await opened(place, 'mentor', bookingId)).calendarBusy).toBe(true);
  expect((await opened(place, 'mentee', bookingId)).calendarBusy).toBe(false);
  await all.stage.do(all.mentor, 'booking.accept', { bookingId, version: 1 });
  expect((await opened(place, 'mentor', bookingId)).calendarBusy).toBe(false);
  // Of another time it is asked anew: this one is free, and the next touches it from before.
  for (const [time, expected] of [
    ['15:30', false],
    ['15:29', true],
  ] as const) {
    const { booking } = await all.stage.do(all.mentee, 'booking.propose', {
      bookingId,
      version: expected ? 2 : 1,
      start: { date: '2026-03-04', time, zone: 'Asia/Tehran' },
    });
    expect(booking.state).toBe('accepted');
    expect((await opened(place, 'mentor', bookingId)).calendarBusy).toBe(expected);
  }
});

test('A4 B6 R1: to move a session, its own time is open, and what the other side holds is not', async () => {
  await using place = await scene();
  const { all } = place;
  const { stage, programId, mentor, mentee } = all;
  const bookingId = await accepted(all, ...session);
  const ask = (viewer: string, about?: string) =>
    stage.ask(viewer, 'times.open', {
      programId,
      mentorId: mentor,
      from: '2026-03-03T22:00:00.000Z',
      until: '2026-03-04T22:00:00.000Z',
      minutes: 60,
      ...(about && { bookingId: about }),
    });
  const starts = async (viewer: string, about?: string) => {
    const answer = await ask(viewer, about);
    return answer.ok ? answer.value.starts.map((start) => start.slice(11, 16)) : [];
  };
  for (const viewer of [mentor, mentee]) {
    expect(await starts(viewer)).not.toContain('10:30');
    expect(await starts(viewer, bookingId)).toContain('10:30');
  }
  // Another mentor's session with the same mentee, from eight to nine.
  const other = await stage.person('Kofi');
  await stage.join(all.admin, programId, other, 'mentor');
  await accepted({ ...all, mentor: other }, '2026-03-04', '11:30');
  expect(await starts(mentor)).toContain('08:00');
  expect(await starts(mentor, bookingId)).not.toContain('08:00');
  expect(await starts(mentee, bookingId)).not.toContain('08:00');
  await stage.do(mentor, 'membership.set-availability', { programId, availability: 'away' });
  expect(await starts(mentee)).toEqual([]);
  expect(await starts(mentee, bookingId)).toContain('10:30');
});

test('B5: of somebody else’s session no times are told', async () => {
  await using place = await scene();
  const { all } = place;
  const { stage, programId } = all;
  const bookingId = await accepted(all, ...session);
  const lea = await stage.person('Lea');
  const kofi = await stage.person('Kofi');
  await stage.join(all.admin, programId, lea, 'mentee');
  await stage.join(all.admin, programId, kofi, 'mentor');
  for (const [viewer, mentorId] of [
    [lea, all.mentor],
    [kofi, all.mentor],
    [all.mentee, kofi],
  ] as const) {
    const answer = await stage.ask(viewer, 'times.open', {
      programId,
      mentorId,
      from: '2026-03-03T22:00:00.000Z',
      until: '2026-03-04T22:00:00.000Z',
      minutes: 60,
      bookingId,
    });
    expect(answer).toEqual({ ok: false, code: 'not-found' });
  }
});
