import { expect, test, vi } from 'vitest';
import { roomState, type Booking } from '@confab/shared';
import { bookingsOf, seeded, type DemoStage } from './demo-stage.ts';

vi.setConfig({ testTimeout: 30_000 });

const openNow = (all: DemoStage, bookings: Booking[]) =>
  bookings.filter(
    (one) =>
      one.menteeId === all.noor &&
      one.mentorId === all.daniel &&
      one.state === 'accepted' &&
      roomState(one, all.stage.now) === 'open' &&
      all.stage.now.until(one.terms.endsAt).total('minutes') > 10,
  );

const waiting = (all: DemoStage, bookings: Booking[]) =>
  bookings.filter(
    (one) =>
      one.mentorId === all.daniel &&
      one.state === 'pending' &&
      one.awaiting === 'mentor' &&
      all.stage.now.until(one.offer.respondBy).total('hours') > 2,
  );

const ofThePair = (all: DemoStage) => bookingsOf(all, [all.noor, all.daniel]);

const day = 24;

test('W1 B4: a fresh demo has it all, and a refresh adds nothing', async () => {
  const all = await seeded();
  await using stage = all.stage;
  const before = await bookingsOf(all);
  expect(openNow(all, before)).toHaveLength(1);
  await all.demo.refresh(stage.now);
  expect(await bookingsOf(all)).toEqual(before);
});

for (const hours of [1, 5 * day + 1, 100 * day])
  test(`W1 B4: first started again after ${hours} hours, it is as alive as new`, async () => {
    const all = await seeded('2026-03-20T14:07:31Z');
    await using stage = all.stage;
    stage.pass({ hours });
    await all.demo.refresh(stage.now);
    const once = await ofThePair(all);
    expect(openNow(all, once)).not.toEqual([]);
    expect(waiting(all, once)).not.toEqual([]);
  });

test('W1 B4: however often and late it is started, a room is open and a request waits; twice is once', async () => {
  const all = await seeded('2026-10-24T12:00:00Z');
  await using stage = all.stage;
  // A day of restarts over the end of summer time in Helsinki, then long pauses.
  const pauses = [...Array.from({ length: 28 }, () => 53), 6_000, 150_000, 1_000_000];
  for (const minutes of pauses) {
    stage.pass({ minutes });
    await all.demo.refresh(stage.now);
    const once = await ofThePair(all);
    expect(openNow(all, once)).not.toEqual([]);
    expect(waiting(all, once)).not.toEqual([]);
    await all.demo.refresh(stage.now);
    stage.pass({ minutes: 2 });
    await all.demo.refresh(stage.now);
    expect((await ofThePair(all)).length).toBe(once.length);
  }
});

test('F1: when the open session was completed early, the next free moment opens a room', async () => {
  const all = await seeded();
  await using stage = all.stage;
  const [open] = openNow(all, await ofThePair(all));
  stage.pass({ minutes: 20 });
  await stage.do(all.daniel, 'booking.complete', { bookingId: open?.id ?? '', minutes: 10 });
  stage.pass({ minutes: 15 });
  await all.demo.refresh(stage.now);
  const now = openNow(all, await ofThePair(all));
  expect(now).toHaveLength(1);
  expect(now[0]?.id).not.toBe(open?.id);
});

test('P3: when the main mentor is Away, somebody else has a room open', async () => {
  const all = await seeded();
  await using stage = all.stage;
  const { programs } = await stage.know(
    all.people.get('anneli@confab.example') ?? '',
    'admin.overview',
    {},
  );
  for (const { id, members } of programs)
    if (members.some((one) => one.id === all.daniel && one.role === 'mentor'))
      await stage.do(all.daniel, 'membership.set-availability', {
        programId: id,
        availability: 'away',
      });
  stage.pass({ hours: 3 * day });
  await all.demo.refresh(stage.now);
  const bookings = await bookingsOf(all);
  expect(openNow(all, bookings)).toEqual([]);
  const elsewhere = bookings.filter(
    (one) => one.state === 'accepted' && roomState(one, stage.now) === 'open',
  );
  expect(elsewhere.map((one) => one.menteeId)).toEqual([all.noor]);
});
