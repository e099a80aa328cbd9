import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { now, Stage } from './stage.ts';
import { until } from './until.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open({ mediaPort: 12010 });
});
afterEach(() => void vi.useRealTimers());
afterAll(() => stage[Symbol.asyncDispose]());

const inRoom = async (roomId: string, personId: string = randomUUID(), epoch = 1) => {
  const person = await stage.person({ roomId, personId, epoch });
  await person.join();
  return person;
};
const after = (ms: number) => now().add({ milliseconds: ms });

describe('W1: the room closes by itself', () => {
  test('at closesAt, within a second, and refuses from then on', async () => {
    // Its own looks come when they are told to, however busy the machine is.
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    await using house = await Stage.open({ mediaPort: 12011 });
    const roomId = randomUUID();
    await house.openRoom({ roomId });
    const [ada, bystander] = [await house.person({ roomId }), await house.person({ roomId })];
    await ada.join();
    house.skewMs = 3_500_000;
    vi.advanceTimersByTime(1000);
    expect(house.node.metrics().rooms).toBe(1);
    house.skewMs = 3_600_001;
    vi.advanceTimersByTime(1000);
    expect(house.node.metrics().rooms).toBe(0);
    vi.useRealTimers();
    house.skewMs = 0;
    expect(await ada.hears('ended')).toEqual(['time']);
    expect(await bystander.hears('ended')).toEqual(['time']);
    await until(() => !ada.socket.connected);
    await expect(house.person({ roomId })).rejects.toThrow('room-closed');
    await until(() => house.attendance.filter((event) => event.roomId === roomId).length === 2);
  });

  test('also when the clock is stepped over it', async () => {
    const roomId = randomUUID();
    await stage.openRoom({ roomId });
    const ada = await inRoom(roomId);
    stage.skewMs = 3_600_001;
    expect(await ada.hears('ended')).toEqual(['time']);
    stage.skewMs = 0;
  });

  test('never early, when it is months away', async () => {
    const roomId = randomUUID();
    await stage.node.open({ roomId, epoch: 1, closesAt: now().add({ hours: 24 * 60 }) });
    const ada = await inRoom(roomId);
    // A timer that was set too far ahead would ring at once.
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(ada.heard('ended')).toBe(0);
  });

  test('later, when the closing is moved; everyone is told', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    await using house = await Stage.open({ mediaPort: 12011 });
    const roomId = randomUUID();
    await house.openRoom({ roomId });
    const ada = await house.person({ roomId });
    await ada.join();
    const closesAt = after(7_200_000);
    await house.node.open({ roomId, epoch: 2, closesAt });
    const [told] = await ada.hears('closes-at');
    expect(Date.parse(told)).toBe(closesAt.epochMilliseconds);
    house.skewMs = 3_600_001;
    vi.advanceTimersByTime(1000);
    expect(house.node.metrics().rooms).toBe(1);
    house.skewMs = 7_200_001;
    vi.advanceTimersByTime(1000);
    expect(house.node.metrics().rooms).toBe(0);
    vi.useRealTimers();
    house.skewMs = 0;
    expect(await ada.hears('ended')).toEqual(['time']);
  });
});

describe('orders', () => {
  test.for(['moved', 'cancelled'] as const)('close a room with its reason: %s', async (reason) => {
    const roomId = randomUUID();
    await stage.openRoom({ roomId });
    const ada = await inRoom(roomId);
    await stage.node.close({ roomId, epoch: 1, reason });
    expect(await ada.hears('ended')).toEqual([reason]);
    expect(ada.heard('ended')).toBe(1);
    await expect(stage.person({ roomId })).rejects.toThrow('room-closed');
  });

  test('of a lower epoch are ignored', async () => {
    const roomId = randomUUID();
    await stage.openRoom({ roomId, epoch: 7 });
    const ada = await inRoom(roomId, randomUUID(), 7);
    await stage.node.close({ roomId, epoch: 6, reason: 'cancelled' });
    await stage.node.evict({ roomId, epoch: 6, personId: ada.personId, session: null });
    await stage.node.open({ roomId, epoch: 6, closesAt: after(1) });
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(ada.heard('ended')).toBe(0);
    expect(ada.socket.connected).toBe(true);
  });

  test('to open do not undo a close of the same epoch; a higher one does', async () => {
    const roomId = randomUUID();
    await stage.openRoom({ roomId });
    await stage.node.close({ roomId, epoch: 1, reason: 'cancelled' });
    await stage.openRoom({ roomId });
    await expect(stage.person({ roomId })).rejects.toThrow('room-closed');
    await stage.openRoom({ roomId, epoch: 2 });
    await expect(stage.person({ roomId, epoch: 1 })).rejects.toThrow('grant-stale');
    await inRoom(roomId, randomUUID(), 2);
  });

  test('evict one person and void every grant signed before, whatever the clocks say', async () => {
    const roomId = randomUUID();
    await stage.openRoom({ roomId });
    const [ada, bo] = [await inRoom(roomId), await inRoom(roomId)];
    const waiting = await stage.person({ roomId, personId: bo.personId });
    const unused = await stage.grant({ roomId, personId: bo.personId });
    await stage.node.evict({ roomId, epoch: 2, personId: bo.personId, session: null });
    expect(await bo.hears('ended')).toEqual(['evicted']);
    expect(await waiting.hears('ended')).toEqual(['evicted']);
    expect(await ada.hears('person-left')).toEqual([bo.personId]);
    expect(ada.heard('ended')).toBe(0);
    await expect(stage.personWith(unused)).rejects.toThrow('grant-stale');
    await stage.person({ roomId, personId: bo.personId, epoch: 2 });
  });

  test.for([-30_000, 30_000])('W4: nor does a clock stepped by %i ms', async (skewMs) => {
    const roomId = randomUUID();
    await stage.openRoom({ roomId });
    const bo = await inRoom(roomId);
    const { personId } = bo;
    const before = await stage.grant({ roomId, personId });
    await stage.node.evict({ roomId, epoch: 2, personId, session: null });
    stage.skewMs = skewMs;
    // Signed by a server whose clock was stepped as well.
    const late = await stage.grant({ roomId, personId, issuedIn: skewMs / 1000 });
    await expect(stage.personWith(before, personId)).rejects.toThrow('grant-stale');
    await expect(stage.personWith(late, personId)).rejects.toThrow('grant-stale');
    const back = { roomId, personId, epoch: 2, issuedIn: skewMs / 1000 };
    await stage.personWith(await stage.grant(back), personId);
    stage.skewMs = 0;
  });

  test('W4: evict one sign-in: its seat and its lines, and no other device of the person', async () => {
    const [here, there] = [randomUUID(), randomUUID()];
    const [one, other] = [randomUUID(), randomUUID()];
    await stage.openRoom({ roomId: one });
    await stage.openRoom({ roomId: other });
    const seat = await stage.person({ roomId: one, session: here });
    const { personId } = seat;
    await seat.join();
    const looking = await stage.person({ roomId: one, personId, session: there });
    const elsewhere = await stage.person({ roomId: other, personId, session: there });
    const [ada, bo] = [await inRoom(one), await inRoom(other)];

    for (const roomId of [one, other])
      await stage.node.evict({ roomId, epoch: 2, personId, session: here });
    expect(await seat.hears('ended')).toEqual(['evicted']);
    expect(await ada.hears('person-left')).toEqual([personId]);
    await elsewhere.join();
    expect(await bo.hears('person-joined', (person) => person.personId === personId)).toBeTruthy();
    await stage.node.evict({ roomId: other, epoch: 3, personId, session: here });
    expect(looking.socket.connected).toBe(true);
    expect(elsewhere.heard('ended')).toBe(0);
    expect(bo.heard('person-left')).toBe(0);
  });

  test('W4: evict the sign-in of a seat whose line is lost', async () => {
    const [roomId, session] = [randomUUID(), randomUUID()];
    await stage.openRoom({ roomId });
    const ada = await inRoom(roomId);
    const bo = await stage.person({ roomId, session });
    const { personId } = bo;
    await bo.join();
    bo.hangUp();
    await stage.node.evict({ roomId, epoch: 2, personId, session });
    expect(await ada.hears('person-left')).toEqual([personId]);
  });
});
