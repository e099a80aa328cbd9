import { expect, test } from 'vitest';
import { Temporal } from '@confab/shared';
import { accepted, company, requested } from './stage/company.ts';
import { endBrokenStays, keepAttendance } from '../src/features/rooms/attendance.ts';
import { nearest } from '../src/wakeup/store.ts';
import { transact } from '../src/command/transact.ts';
import type { Stage } from './stage/stage.ts';

const start = Temporal.Instant.from('2026-03-04T10:30:00Z');

async function roomOf(stage: Stage, who: string, bookingId: string): Promise<string> {
  const { booking } = await stage.know(who, 'booking.open', { bookingId });
  return booking.roomId ?? '';
}

test.each([
  [-30 * 60_000 - 1, 'before'],
  [-30 * 60_000, 'ok'],
  [90 * 60_000 - 1, 'ok'],
  [90 * 60_000, 'after'],
] as const)('W1: at %i ms from the start entering is: %s', async (offset, expected) => {
  const all = await company();
  await using stage = all.stage;
  const bookingId = await accepted(all);
  const roomId = await roomOf(stage, all.mentee, bookingId);
  stage.now = start.add({ milliseconds: offset });
  const answer = await stage.ask(all.mentee, 'room.enter', { roomId });
  expect(answer.ok ? 'ok' : answer.code === 'room-closed' && answer.phase).toBe(expected);
});

test('W2: a pending request has no open room', async () => {
  const all = await company();
  await using stage = all.stage;
  const bookingId = await requested(all, '2026-03-02', '14:00');
  const roomId = await roomOf(stage, all.mentee, bookingId);
  stage.pass({ hours: 1, minutes: 20 });
  expect(await stage.ask(all.mentee, 'room.enter', { roomId })).toMatchObject({
    code: 'room-closed',
    phase: 'state',
  });
});

test('B9: knowing the address gives nobody entry', async () => {
  const all = await company();
  await using stage = all.stage;
  const bookingId = await accepted(all);
  const roomId = await roomOf(stage, all.mentee, bookingId);
  stage.now = start;
  for (const who of [all.stranger, all.admin])
    for (const query of ['room.look', 'room.enter'] as const)
      expect(await stage.ask(who, query, { roomId })).toEqual({ ok: false, code: 'not-found' });
});

test('B9: away from Online video the room is closed; back to it has a new one', async () => {
  const all = await company();
  await using stage = all.stage;
  const bookingId = await accepted(all);
  const first = await roomOf(stage, all.mentee, bookingId);
  const move = async (
    version: number,
    location: { kind: 'online' } | { kind: 'in-person'; place: string },
  ) => {
    await stage.do(all.mentor, 'booking.propose', { bookingId, version, location });
    await stage.do(all.mentee, 'booking.accept', { bookingId, version: version + 1 });
  };
  await move(1, { kind: 'in-person', place: 'Library, room 2' });
  expect(await roomOf(stage, all.mentee, bookingId)).toBe('');
  expect(stage.media.orders).toContainEqual(
    expect.objectContaining({ order: 'close', roomId: first }),
  );
  await move(2, { kind: 'online' });
  const second = await roomOf(stage, all.mentee, bookingId);
  expect(second).not.toBe('');
  expect(second).not.toBe(first);
  expect(await stage.ask(all.mentee, 'room.look', { roomId: first })).toMatchObject({
    code: 'not-found',
  });
});

test('W4: after a move away from now, those inside have two minutes', async () => {
  const all = await company();
  await using stage = all.stage;
  const bookingId = await accepted(all);
  const roomId = await roomOf(stage, all.mentee, bookingId);
  stage.now = start.subtract({ minutes: 10 });
  await stage.know(all.mentee, 'room.enter', { roomId });
  const moved = { date: '2026-03-06', time: '14:00', zone: 'Asia/Tehran' };
  await stage.do(all.mentor, 'booking.propose', { bookingId, version: 1, start: moved });
  await stage.do(all.mentee, 'booking.accept', { bookingId, version: 2 });
  expect(stage.media.orders.filter((one) => one.order === 'close')).toEqual([]);
  const waiting = await transact(stage.core.ledger, stage.now, ({ tx }) => nearest(tx, 10));
  const grace = waiting.find((one) => one.kind === 'room-grace');
  expect(grace?.dueAt.toString()).toBe(stage.now.add({ minutes: 2 }).toString());
  stage.pass({ minutes: 2 });
  await transact(stage.core.ledger, stage.now, (context) =>
    stage.core.wakeups['room-grace'](context, bookingId),
  );
  const [opened] = stage.media.orders.filter((one) => one.order === 'open');
  const [closed] = stage.media.orders.filter((one) => one.order === 'close');
  expect(closed).toMatchObject({ roomId, reason: 'moved' });
  expect(closed?.epoch).toBeGreaterThanOrEqual(opened?.epoch ?? Infinity);
  stage.now = Temporal.Instant.from('2026-03-06T10:30:00Z');
  await stage.know(all.mentee, 'room.enter', { roomId });
  const reopened = stage.media.orders.at(-1);
  expect(reopened?.epoch).toBeGreaterThan(closed?.epoch ?? Infinity);
});

test('W5: attendance is kept once, and only for rooms that are known', async () => {
  const all = await company();
  await using stage = all.stage;
  const bookingId = await accepted(all);
  const roomId = await roomOf(stage, all.mentee, bookingId);
  const keep = keepAttendance(stage.core.ledger, () => stage.now);
  const event = {
    id: crypto.randomUUID(),
    roomId,
    personId: all.mentee,
    kind: 'joined',
    at: start,
  } as const;
  await keep(event);
  await keep(event);
  await keep({ ...event, id: crypto.randomUUID(), roomId: crypto.randomUUID() });
  const rows = await stage.db.selectFrom('attendance').selectAll().execute();
  expect(rows).toMatchObject([{ booking_id: bookingId, person_id: all.mentee, kind: 'joined' }]);

  await endBrokenStays(stage.core.ledger, stage.now);
  await endBrokenStays(stage.core.ledger, stage.now);
  const kinds = await stage.db.selectFrom('attendance').select('kind').orderBy('kind').execute();
  expect(kinds).toEqual([{ kind: 'joined' }, { kind: 'left' }]);
});
