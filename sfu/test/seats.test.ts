import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from './person.ts';
import { Stage } from './stage.ts';
import { dtls, picture, voice } from './rtp.ts';
import { until } from './until.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open({ mediaPort: 12005, seatGraceMs: 400 });
  // Time for people to come back begins with the server's: until then seats wait for them.
  stage.node.served = false;
});
afterAll(() => stage[Symbol.asyncDispose]());

async function room(): Promise<string> {
  const roomId: string = randomUUID();
  await stage.openRoom({ roomId });
  return roomId;
}

const attended = (roomId: string) =>
  stage.attendance.filter((event) => event.roomId === roomId).map(({ kind }) => kind);

/** They lose their connection, and the node has noticed. */
async function lost(person: Person): Promise<void> {
  const { connections } = stage.node.metrics();
  person.hangUp();
  await until(() => stage.node.metrics().connections === connections - 1);
}

/** Whoever is away and does not come back meanwhile loses their seat. */
async function served(meanwhile: () => Promise<void>): Promise<void> {
  stage.node.served = true;
  await meanwhile();
  stage.node.served = false;
}

describe('W5: one person, one room', () => {
  const inTwo = async () => {
    const [one, other] = [await room(), await room()];
    const first = await stage.person({ roomId: one });
    const { seatId } = await first.join();
    const second = await stage.person({ roomId: other, personId: first.personId });
    return { one, other, first, second, seatId };
  };

  test('entering another room is asked about, and leaves the first alone', async () => {
    const { one, other, first, second } = await inTwo();
    const answer = await second.call('join', {
      rtpCapabilities: second.capabilities,
      seatId: null,
      media: 'fresh',
    });
    expect(answer).toEqual({ ok: false, code: 'seated-elsewhere' });
    expect(first.socket.connected).toBe(true);
    expect(first.heard('ended')).toBe(0);
    expect([attended(one), attended(other)]).toEqual([['joined'], []]);
  });

  test('then leaves the first, with a notice there, and the way back is asked about', async () => {
    const { one, other, first, second, seatId } = await inTwo();
    await expect(second.join()).rejects.toThrow('seated-elsewhere');
    await second.join(null, 'fresh', true);
    expect(await first.hears('ended')).toEqual(['moved-on']);
    expect([attended(one), attended(other)]).toEqual([['joined', 'left'], ['joined']]);

    const returning = await stage.person({ roomId: one, personId: first.personId });
    await expect(returning.join(seatId, 'kept')).rejects.toThrow('moved-on');
    await expect(returning.join()).rejects.toThrow('seated-elsewhere');
    expect(second.heard('ended')).toBe(0);
  });

  test('a seat whose line is lost counts until it is given up', async () => {
    const { one, other, first, second } = await inTwo();
    await lost(first);
    await expect(second.join()).rejects.toThrow('seated-elsewhere');
    await served(() => until(() => attended(one).length === 2));
    await second.join();
    expect([attended(one), attended(other)]).toEqual([['joined', 'left'], ['joined']]);
  });

  test('of two rooms entered at once, one asks', async () => {
    const [one, other] = [await room(), await room()];
    const first = await stage.person({ roomId: one });
    const second = await stage.person({ roomId: other, personId: first.personId });
    const outcomes = await Promise.all(
      [first, second].map((each) => each.join().then(() => 'in', String)),
    );
    expect(outcomes.toSorted()).toEqual(['Error: seated-elsewhere', 'in']);
  });
});

describe('joining', () => {
  test('is one call: transports, people and everything to play, paused', async () => {
    const roomId = await room();
    const ada = await stage.person({ roomId, name: 'Ada' });
    await ada.join();
    await ada.call('produce', { source: 'microphone', rtpParameters: voice(), paused: false });
    await ada.call('produce', { source: 'camera', rtpParameters: picture(), paused: true });

    const bo = await stage.person({ roomId, name: 'Bo' });
    const view = await bo.join();
    expect(view.transports?.send.iceCandidates.map(({ protocol }) => protocol)).toEqual([
      'udp',
      'tcp',
    ]);
    expect(view.consumers.map(({ source, paused }) => ({ source, paused }))).toEqual([
      { source: 'microphone', paused: false },
      { source: 'camera', paused: true },
    ]);
    expect(view.consumers.every(({ personId }) => personId === ada.personId)).toBe(true);
  });

  test('pushes what is begun later to those who are there, and nothing to the sender', async () => {
    const roomId = await room();
    const ada = await stage.person({ roomId });
    const bo = await stage.person({ roomId });
    await ada.join();
    await bo.join();
    await bo.call('produce', { source: 'screen', rtpParameters: picture(1), paused: false });
    const [consumer] = await ada.hears('consumer');
    expect(consumer).toMatchObject({ personId: bo.personId, source: 'screen', paused: false });
    expect(bo.heard('consumer')).toBe(0);
  });

  test('tells pauses and ends to the others', async () => {
    const roomId = await room();
    const ada = await stage.person({ roomId });
    const bo = await stage.person({ roomId });
    await ada.join();
    await bo.join();
    await bo.call('produce', { source: 'microphone', rtpParameters: voice(), paused: false });
    const [{ consumerId }] = await ada.hears('consumer');
    await bo.call('pause', { source: 'microphone', paused: true });
    await ada.hears('consumer-paused', (id, paused) => id === consumerId && paused);
    await bo.call('pause', { source: 'microphone', paused: false });
    await ada.hears('consumer-paused', (id, paused) => id === consumerId && !paused);
    await bo.call('stop', { source: 'microphone' });
    await ada.hears('consumer-ended', (id) => id === consumerId);
    expect(ada.heard('consumer-paused')).toBe(2);
  });

  test('after warming up uses the transports made then, and tells nobody before', async () => {
    const roomId = await room();
    const ada = await stage.person({ roomId });
    await ada.join();
    const bo = await stage.person({ roomId });
    const warm = await bo.call('prepare', {});
    expect(attended(roomId)).toEqual(['joined']);
    expect(ada.heard('person-joined')).toBe(0);
    const view = await bo.join();
    expect(warm.ok && warm.value.send.id).toBe(view.transports?.send.id);
    await ada.hears('person-joined');
  });

  test('tells nobody the address of anybody else', async () => {
    const roomId = await room();
    const ada = await stage.person({ roomId });
    const view = await ada.join();
    await ada.call('connect-transport', {
      transportId: view.transports?.send.id ?? '',
      dtlsParameters: dtls,
    });
    await ada.call('produce', { source: 'camera', rtpParameters: picture(), paused: false });
    const bo = await stage.person({ roomId });
    const { transports: _, ...said } = await bo.join();
    expect(JSON.stringify([said, bo.told])).not.toMatch(/\d+\.\d+\.\d+\.\d+|remote|fingerprint/);
  });
});

describe('W5: one person, one seat', () => {
  test('a second tab takes the seat over, with a notice in the old one', async () => {
    const roomId = await room();
    const first = await stage.person({ roomId });
    const { personId } = first;
    const { seatId } = await first.join();
    const second = await stage.person({ roomId, personId });
    await second.join();
    expect(await first.hears('ended')).toEqual(['taken-over']);
    await until(() => !first.socket.connected);
    await until(() => attended(roomId).length === 3);
    expect(attended(roomId)).toEqual(['joined', 'left', 'joined']);

    const returning = await stage.person({ roomId, personId });
    await expect(returning.join(seatId, 'kept')).rejects.toThrow('taken-over');
    expect(second.socket.connected).toBe(true);
  });

  test('a connection that only looks takes nothing over', async () => {
    const roomId = await room();
    const first = await stage.person({ roomId });
    await first.join();
    const second = await stage.person({ roomId, personId: first.personId });
    await second.call('prepare', {});
    expect(first.heard('ended')).toBe(0);
  });
});

describe('losing the connection', () => {
  test('keeps the seat and the media; a fresh grant brings them back', async () => {
    const roomId = await room();
    const ada = await stage.person({ roomId });
    const bo = await stage.person({ roomId });
    await ada.join();
    const before = await bo.join();
    await bo.call('produce', { source: 'microphone', rtpParameters: voice(), paused: false });
    await lost(bo);
    await ada.call('produce', { source: 'camera', rtpParameters: picture(), paused: false });

    const again = await stage.person({ roomId, personId: bo.personId });
    const view = await again.join(before.seatId, 'kept');
    expect(view).toMatchObject({ seatId: before.seatId, transports: null });
    expect(view.sending).toEqual(['microphone']);
    expect(view.consumers.map(({ source }) => source)).toEqual(['camera']);
    expect(ada.heard('person-left')).toBe(0);
    expect(attended(roomId)).toEqual(['joined', 'joined']);
  });

  test('may be noticed by the client first: its new connection replaces the dead one', async () => {
    const roomId = await room();
    const ada = await stage.person({ roomId });
    const { seatId } = await ada.join();
    const again = await stage.person({ roomId, personId: ada.personId });
    await again.join(seatId, 'kept');
    await until(() => !ada.socket.connected);
    expect(ada.heard('ended')).toBe(0);
    expect(attended(roomId)).toEqual(['joined']);
  });

  test('frees the seat when nobody comes back', async () => {
    const roomId = await room();
    const ada = await stage.person({ roomId });
    const bo = await stage.person({ roomId });
    await ada.join();
    await bo.join();
    await lost(bo);
    expect(ada.heard('person-left')).toBe(0);
    await served(async () => {
      expect(await ada.hears('person-left')).toEqual([bo.personId]);
    });
    expect(attended(roomId)).toEqual(['joined', 'joined', 'left']);
  });

  test('before joining leaves nothing behind', async () => {
    const roomId = await room();
    const before = routers();
    const ada = await stage.person({ roomId });
    await ada.call('prepare', {});
    expect(routers()).toBe(before + 1);
    ada.hangUp();
    await until(() => routers() === before);
  });
});

describe('ownership', () => {
  test('leaving closes what the person sent, and the last one gives the router back', async () => {
    const roomId = await room();
    const before = routers();
    const ada = await stage.person({ roomId });
    const bo = await stage.person({ roomId });
    await ada.join();
    await bo.join();
    await ada.call('produce', { source: 'camera', rtpParameters: picture(), paused: false });
    const [{ consumerId }] = await bo.hears('consumer');
    await ada.call('leave', {});
    await bo.hears('consumer-ended', (id) => id === consumerId);
    await bo.hears('person-left', (personId) => personId === ada.personId);
    expect(bo.heard('consumer-ended')).toBe(1);
    expect(routers()).toBe(before + 1);
    await bo.call('leave', {});
    await until(() => routers() === before);
  });
});

/** Rooms that occupy a worker. */
function routers(): number {
  return stage.node.health().workers.reduce((sum, worker) => sum + worker.rooms, 0);
}
