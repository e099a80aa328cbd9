import { expect, test } from 'vitest';
import { ring } from './ring.ts';
import { feedsAreWhole } from './feeds.ts';

test('P4 B5: mentors suspended while everybody acts on the same bookings: each ends once', async () => {
  const all = await ring(8);
  await using stage = all.stage;
  const { admin, programId, mentors, mentees, requests } = all;
  const suspended = mentors.slice(0, 4);
  const answers = await Promise.all([
    ...requests.flatMap(({ bookingId, mentor, mentee }) => [
      stage.give(mentee, 'booking.withdraw', { bookingId }),
      stage.give(mentor, 'booking.accept', { bookingId, version: 1 }),
      stage.give(mentee, 'chat.send', { to: mentor, text: 'Are you there?' }),
    ]),
    ...suspended.map((personId) => stage.give(admin, 'admin.suspend', { programId, personId })),
    ...mentees.map((one, n) => stage.give(one, 'person.update', { name: `Renamed ${String(n)}` })),
  ]);
  expect(answers.slice(-mentees.length - suspended.length).every(({ ok }) => ok)).toBe(true);
  const left = await stage.db
    .selectFrom('booking')
    .select(['id', 'state'])
    .where('mentor_id', 'in', suspended)
    .where('state', 'in', ['pending', 'accepted'])
    .execute();
  expect(left).toEqual([]);
  const ends = await stage.db
    .selectFrom('booking_event')
    .select(['booking_id', 'type'])
    .where('type', 'in', ['cancelled', 'withdrawn'])
    .execute();
  expect(new Set(ends.map((end) => end.booking_id)).size).toBe(ends.length);
  await feedsAreWhole(stage, [admin, ...mentors, ...mentees]);
  expect(stage.failures).toEqual([]);
});
