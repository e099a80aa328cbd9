import { expect, test } from 'vitest';
import { Temporal } from '@confab/shared';
import { accepted, company, requestFor, requested } from './stage/company.ts';
import { snapshotFor } from './stage/snapshots.ts';

test('G1 G2: a request before the first message is refused, after it is not', async () => {
  const all = await company();
  await using stage = all.stage;
  expect(await stage.give(all.mentee, 'booking.request', requestFor(all))).toMatchObject({
    code: 'gate',
  });
  await requested(all);
});

test('B5: of two racing answers exactly one wins, and the other learns the state', async () => {
  const all = await company();
  await using stage = all.stage;
  const bookingId = await requested(all);
  const answers = await Promise.all([
    stage.give(all.mentor, 'booking.accept', { bookingId, version: 1 }),
    stage.give(all.mentee, 'booking.withdraw', { bookingId }),
  ]);
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect(answers.find((answer) => !answer.ok)).toMatchObject({ code: 'wrong-state' });
});

test('B5: a refused command answers the same when it is repeated', async () => {
  const all = await company();
  await using stage = all.stage;
  const id = crypto.randomUUID();
  const early = await stage.give(all.mentee, 'booking.request', requestFor(all), id);
  expect(early).toMatchObject({ code: 'gate' });
  await stage.do(all.mentee, 'chat.send', { to: all.mentor, text: 'Hi' });
  expect(await stage.give(all.mentee, 'booking.request', requestFor(all), id)).toEqual(early);
});

test('B6: held times refuse another request without saying whose they are', async () => {
  const all = await company();
  await using stage = all.stage;
  await accepted(all);
  const other = await stage.person('Lea');
  await stage.join(all.admin, all.programId, other, 'mentee');
  await stage.do(other, 'chat.send', { to: all.mentor, text: 'Hi' });
  const answer = await stage.give(other, 'booking.request', requestFor(all, undefined, '14:30'));
  expect(answer).toEqual({ ok: false, code: 'busy' });
  const after = await stage.give(other, 'booking.request', requestFor(all, undefined, '15:00'));
  expect(after.ok).toBe(true);
});

test('B6: a mentor is warned of overlapping requests; accepting one makes the other impossible', async () => {
  const all = await company();
  await using stage = all.stage;
  const one = await requested(all);
  const other = await stage.person('Lea');
  await stage.join(all.admin, all.programId, other, 'mentee');
  await stage.do(other, 'chat.send', { to: all.mentor, text: 'Hi' });
  const { booking } = await stage.do(other, 'booking.request', requestFor(all));
  const seen = await stage.know(all.mentor, 'booking.open', { bookingId: one });
  expect(seen.overlaps).toEqual([{ bookingId: booking.id, startsAt: '2026-03-04T10:30:00.000Z' }]);
  const menteeSees = await stage.know(all.mentee, 'booking.open', { bookingId: one });
  expect(menteeSees.overlaps).toEqual([]);
  await stage.do(all.mentor, 'booking.accept', { bookingId: one, version: 1 });
  const left = await stage.know(all.mentor, 'booking.open', { bookingId: booking.id });
  expect(left).toMatchObject({ impossible: true, booking: { state: 'pending' } });
  expect(
    await stage.give(all.mentor, 'booking.accept', { bookingId: booking.id, version: 1 }),
  ).toMatchObject({ code: 'busy' });
});

test('B8: a time that the clocks skip or show twice is asked about', async () => {
  const all = await company('2026-03-20T09:00:00Z');
  await using stage = all.stage;
  await stage.do(all.mentee, 'chat.send', { to: all.mentor, text: 'Hi' });
  const gap = { date: '2026-03-29', time: '03:30', zone: 'Europe/Helsinki' };
  const input = { ...requestFor(all), start: gap };
  expect(await stage.give(all.mentee, 'booking.request', input)).toEqual({
    ok: false,
    code: 'time-gap',
    earlierAt: '2026-03-29T00:30:00.000Z',
    laterAt: '2026-03-29T01:30:00.000Z',
  });
  const { booking } = await stage.do(all.mentee, 'booking.request', {
    ...input,
    start: { ...gap, which: 'later' },
  });
  expect(booking.terms.startsAt).toBe('2026-03-29T01:30:00.000Z');
});

test.each([
  ['no such day', { date: '2026-02-30', time: '10:00', zone: 'Europe/Helsinki' }],
  ['no such hour', { date: '2026-03-10', time: '25:00', zone: 'Europe/Helsinki' }],
  ['no such zone', { date: '2026-03-10', time: '10:00', zone: 'Europe/Atlantis' }],
  ['not a date', { date: 'tomorrow', time: '10:00', zone: 'Europe/Helsinki' }],
])('B8: %s is refused, nothing is written', async (_, start) => {
  const all = await company();
  await using stage = all.stage;
  await stage.do(all.mentee, 'chat.send', { to: all.mentor, text: 'Hi' });
  const answer = await stage.give(all.mentee, 'booking.request', { ...requestFor(all), start });
  expect(answer).toMatchObject({ ok: false, code: 'bad-time' });
  expect((await snapshotFor(stage, all.mentee)).bookings).toEqual([]);
});

test('D6: whoever asks finds the store up to now, and the deadline is too late', async () => {
  const all = await company();
  await using stage = all.stage;
  const bookingId = await requested(all);
  const { booking } = await stage.know(all.mentor, 'booking.open', { bookingId });
  if (booking.state !== 'pending') throw new Error('not pending');
  stage.now = Temporal.Instant.from(booking.offer.respondBy);
  expect(await stage.give(all.mentor, 'booking.accept', { bookingId, version: 1 })).toMatchObject({
    code: 'wrong-state',
    state: 'expired',
  });
  for (const who of [all.mentor, all.mentee])
    expect((await snapshotFor(stage, who)).bookings[0]?.booking.state).toBe('expired');
});

test('D4: a millisecond before the deadline it can be answered', async () => {
  const all = await company();
  await using stage = all.stage;
  const bookingId = await requested(all);
  const { booking } = await stage.know(all.mentor, 'booking.open', { bookingId });
  if (booking.state !== 'pending') throw new Error('not pending');
  stage.now = Temporal.Instant.from(booking.offer.respondBy).subtract({ milliseconds: 1 });
  const answer = await stage.give(all.mentor, 'booking.accept', { bookingId, version: 1 });
  expect(answer.ok).toBe(true);
});

test('P4: a suspension cancels what is open, closes the room, and tells the other side', async () => {
  const all = await company();
  await using stage = all.stage;
  const bookingId = await accepted(all, '2026-03-02', '14:00');
  stage.pass({ hours: 1, minutes: 45 });
  const { booking } = await stage.know(all.mentee, 'booking.open', { bookingId });
  await stage.do(all.admin, 'admin.suspend', { programId: all.programId, personId: all.mentor });
  const seen = (await snapshotFor(stage, all.mentee)).bookings[0]?.booking;
  expect(seen).toMatchObject({ state: 'cancelled', bySide: 'membership' });
  expect(stage.media.orders).toContainEqual(
    expect.objectContaining({ order: 'close', roomId: booking.roomId, reason: 'cancelled' }),
  );
});

test('P4 F1: what a suspension closed is not opened again by undoing a completion', async () => {
  const all = await company();
  await using stage = all.stage;
  const bookingId = await accepted(all, '2026-03-02', '14:00');
  stage.pass({ hours: 1, minutes: 50 });
  const { booking } = await stage.do(all.mentor, 'booking.complete', { bookingId, minutes: 20 });
  await stage.do(all.admin, 'admin.suspend', { programId: all.programId, personId: all.mentor });
  expect(await stage.give(all.mentor, 'booking.undo', { bookingId })).toMatchObject({
    code: 'not-your-part',
  });
  const roomId = booking.roomId ?? '';
  for (const who of [all.mentor, all.mentee])
    expect(await stage.ask(who, 'room.enter', { roomId })).toMatchObject({ code: 'room-closed' });
});

test('booking.list gives each shelf its page', async () => {
  const all = await company();
  await using stage = all.stage;
  await stage.do(all.mentee, 'chat.send', { to: all.mentor, text: 'Hi' });
  for (let day = 1; day <= 25; day++)
    await stage.do(
      all.mentee,
      'booking.request',
      requestFor(all, `2026-04-${String(day).padStart(2, '0')}`),
    );
  const list = (before: { startsAt: string; id: string } | null) =>
    stage.know(all.mentor, 'booking.list', { shelf: 'pending', before });
  const first = await list(null);
  expect(first.bookings).toHaveLength(20);
  expect(first.next).not.toBeNull();
  const second = await list(first.next);
  expect(second.bookings).toHaveLength(5);
  expect(second.next).toBeNull();
  const starts = [...first.bookings, ...second.bookings].map(
    ({ booking }) => booking.terms.startsAt,
  );
  expect(starts).toEqual(starts.toSorted());
  expect(new Set(starts).size).toBe(25);
});
