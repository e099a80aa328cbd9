import { expect, test } from 'vitest';
import { Temporal } from '@confab/shared';
import { accepted, company, requested } from './stage/company.ts';
import { evictEverywhere } from '../src/features/rooms/evict.ts';
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

const dtls = {
  role: 'client' as const,
  fingerprints: [{ algorithm: 'sha-256' as const, value: Array(32).fill('AB').join(':') }],
};

test('W1: along with the admission the node makes ready for whoever it admits, and no one else', async () => {
  const all = await company();
  await using stage = all.stage;
  const roomId = await roomOf(stage, all.mentee, await accepted(all));
  await stage.ask(all.mentee, 'room.enter', { roomId, dtls });
  expect(stage.media.preparations).toEqual([]);

  stage.now = start;
  await stage.ask(all.stranger, 'room.enter', { roomId, dtls });
  await stage.know(all.mentee, 'room.enter', { roomId });
  expect(stage.media.preparations).toEqual([]);

  stage.media.prepared = { rtpCapabilities: { codecs: [], headerExtensions: [] }, ...nowhere };
  const { grant, prepared } = await stage.know(all.mentee, 'room.enter', { roomId, dtls });
  expect(prepared).toEqual(stage.media.prepared);
  const { grantId, epoch } = JSON.parse(grant) as { grantId: string; epoch: number };
  const order = { roomId, epoch, grantId, personId: all.mentee, dtlsParameters: dtls };
  expect(stage.media.preparations).toEqual([order]);
});

const transport = {
  id: 'none',
  iceParameters: { usernameFragment: 'none', password: 'none' },
  iceCandidates: [],
  dtlsParameters: dtls,
};
const nowhere = { transports: { send: transport, receive: transport } };

/** A session that is over early, its room still open, and the order that opened it. */
async function completed() {
  const all = await company();
  const bookingId = await accepted(all);
  const roomId = await roomOf(all.stage, all.mentee, bookingId);
  all.stage.now = start.add({ minutes: 30 });
  await all.stage.do(all.mentor, 'booking.complete', { bookingId, minutes: 30 });
  const { grant } = await all.stage.know(all.mentee, 'room.enter', { roomId });
  return { ...all, roomId, seat: JSON.parse(grant) as { epoch: number; session: string } };
}

test('P4 W4: a room that a suspension closed opens to those who are reinstated', async () => {
  const { stage, admin, programId, mentor, mentee, roomId } = await completed();
  await using _ = stage;
  const opened = stage.media.orders.at(-1);
  await stage.do(admin, 'admin.suspend', { programId, personId: mentor });
  const closed = stage.media.orders.at(-1);
  expect(closed).toMatchObject({ order: 'close', roomId, epoch: opened?.epoch });
  const enter = () => stage.ask(mentee, 'room.enter', { roomId });
  expect(await enter()).toMatchObject({ code: 'room-closed', phase: 'state' });

  await stage.do(admin, 'admin.reinstate', { programId, personId: mentor });
  expect(await enter()).toMatchObject({ ok: true });
  const reopened = stage.media.orders.at(-1);
  expect(reopened).toMatchObject({ order: 'open', roomId });
  expect(reopened?.epoch).toBeGreaterThan(closed?.epoch ?? Infinity);
});

test('W4: putting someone out voids every grant that was signed before', async () => {
  const { stage, mentee, roomId, seat } = await completed();
  await using _ = stage;
  const { ledger } = stage.core;
  const sessionId = `sign-in of ${mentee}`;
  await evictEverywhere(ledger, stage.media, { personId: mentee, sessionId }, stage.now);
  const [one] = stage.media.orders.slice(-1);
  expect(one).toMatchObject({ order: 'evict', roomId, personId: mentee, session: seat.session });
  expect(one?.epoch).toBeGreaterThan(seat.epoch);
  expect(seat.session).not.toContain(mentee);

  await evictEverywhere(ledger, stage.media, { personId: mentee }, stage.now);
  const [all] = stage.media.orders.slice(-1);
  expect(all).toMatchObject({ order: 'evict', personId: mentee, session: null });
  const { grant } = await stage.know(mentee, 'room.enter', { roomId });
  expect(JSON.parse(grant)).toMatchObject({ epoch: all?.epoch });
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

  const end = endBrokenStays(stage.core.ledger, () => stage.now);
  const status = {
    at: start.add({ seconds: 1 }),
    well: true,
    load: 0,
    draining: false,
    attendanceWaiting: 0,
    rooms: [{ roomId, epoch: 1, personIds: [all.mentee] }],
  };
  await end('', status);
  await end('', { ...status, rooms: [], at: start });
  expect(await stage.db.selectFrom('attendance').select('kind').execute()).toHaveLength(1);
  await end('', { ...status, rooms: [] });
  await end('', { ...status, rooms: [] });
  const kinds = await stage.db.selectFrom('attendance').select('kind').orderBy('kind').execute();
  expect(kinds).toEqual([{ kind: 'joined' }, { kind: 'left' }]);
});

/** A mentee who joined at the start, and what their node says of later moments. */
async function joinedAtStart() {
  const all = await company();
  const { stage, mentee } = all;
  const bookingId = await accepted(all);
  const roomId = await roomOf(stage, mentee, bookingId);
  const keep = keepAttendance(stage.core.ledger, () => stage.now);
  const happened = (kind: 'joined' | 'left', seconds: number) =>
    keep({ id: crypto.randomUUID(), roomId, personId: mentee, kind, at: start.add({ seconds }) });
  await happened('joined', 0);
  const status = (seconds: number, personIds: string[] = []) => ({
    at: start.add({ seconds }),
    well: true,
    load: 0,
    draining: false,
    attendanceWaiting: 0,
    rooms: [{ roomId, epoch: 1, personIds }],
  });
  const rows = async () =>
    (await stage.db.selectFrom('attendance').selectAll().orderBy('happened_at').execute()).map(
      ({ kind, happened_at: at }) =>
        `${kind} ${String(Temporal.Instant.from(at).since(start).total('seconds'))}`,
    );
  return { ...all, happened, status, rows };
}

test('W5: a stay that broke is ended once, however many servers are told of it', async () => {
  const { stage, status, rows } = await joinedAtStart();
  await using _ = stage;
  const end = endBrokenStays(stage.core.ledger, () => stage.now);
  await Promise.all([5, 6, 7, 5, 6, 7].map((seconds) => end('', status(seconds))));
  expect(await rows()).toEqual(['joined 0', expect.stringMatching(/^left [567]$/)]);
});

test('W5: whoever has come again before the broken stay is ended keeps the new one', async () => {
  const { stage, mentee, happened, status, rows } = await joinedAtStart();
  await using _ = stage;
  const end = endBrokenStays(stage.core.ledger, () => stage.now);
  await happened('joined', 8);
  await end('', status(5));
  const whole = ['joined 0', 'left 5', 'joined 8'];
  expect(await rows()).toEqual(whole);
  await end('', status(6));
  await end('', status(10, [mentee]));
  expect(await rows()).toEqual(whole);
  await happened('left', 20);
  await end('', status(30));
  expect(await rows()).toEqual([...whole, 'left 20']);
});
