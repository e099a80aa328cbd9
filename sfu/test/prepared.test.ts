import { randomUUID } from 'node:crypto';
import type { Preparation } from '@confab/shared';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { flowsAtOnce } from '../src/flows-at-once.ts';
import { mostVisits } from '../src/most-visits.ts';
import { dtls, voice } from './rtp.ts';
import { Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open({ mediaPort: 12070 });
});
afterAll(() => stage[Symbol.asyncDispose]());

/** A room of its own, and somebody who is about to come to it. */
async function onTheWay(change: Partial<Preparation> = {}) {
  await stage.openAnotherRoom();
  const order = {
    roomId: stage.roomId,
    epoch: 1,
    grantId: randomUUID(),
    personId: randomUUID(),
    dtlsParameters: dtls,
    ...change,
  };
  const { personId, grantId: jti } = order;
  const come = async (join?: unknown) =>
    stage.personWith(await stage.grant({ personId, jti }), personId, join);
  return { order, come, prepared: await stage.node.prepare(order) };
}

test('what was made for a grant goes to the connection that it admits', async () => {
  const { come, prepared } = await onTheWay();
  expect(stage.node.metrics().seats).toBe(0);
  const ada = await come();
  expect(ada.capabilities).toEqual(prepared?.rtpCapabilities);
  expect((await ada.join()).transports).toEqual(prepared?.transports);
});

test('the node knows the client’s end already', async () => {
  const { come, prepared } = await onTheWay();
  const ada = await come();
  for (const { id: transportId } of Object.values(prepared?.transports ?? {}))
    expect(await ada.call('connect-transport', { transportId, dtlsParameters: dtls })).toEqual({
      ok: false,
      code: 'out-of-order',
    });
});

test('W2 W5: making ready takes no seat and tells nobody', async () => {
  await stage.openAnotherRoom();
  const bo = await stage.person();
  await bo.join();
  const before = stage.attendance.length;
  const order = { roomId: stage.roomId, epoch: 1, grantId: randomUUID(), personId: randomUUID() };
  await stage.node.prepare({ ...order, dtlsParameters: dtls });
  await bo.call('ready', { consumerIds: [] });
  expect(bo.heard('person-joined')).toBe(0);
  expect(stage.attendance.length).toBe(before);
});

test('another grant of the same person does not find it', async () => {
  const { order, prepared } = await onTheWay();
  const other = await stage.person({ personId: order.personId });
  expect((await other.join()).transports?.send.id).not.toBe(prepared?.transports.send.id);
});

test.each([
  ['a room that is not open', { roomId: randomUUID() }],
  ['an epoch that is over', { epoch: 0 }],
])('nothing is made for %s', async (_, change) => {
  expect((await onTheWay(change)).prepared).toBeNull();
});

test('whoever is put out finds nothing', async () => {
  const { order, prepared } = await onTheWay();
  const { roomId, personId } = order;
  await stage.node.evict({ roomId, epoch: 2, personId, session: null });
  const grant = await stage.grant({ personId, jti: order.grantId, epoch: 2 });
  const ada = await stage.personWith(grant, personId);
  expect((await ada.join()).transports?.send.id).not.toBe(prepared?.transports.send.id);
});

test.each([
  [mostVisits - 1, 'finds what was made'],
  [mostVisits, 'has given way to them'],
])('whoever made %i more ways here %s', async (count, _) => {
  const { order, come, prepared } = await onTheWay();
  for (let more = 0; more < count; more++)
    await stage.node.prepare({ ...order, grantId: randomUUID() });
  const { transports } = await (await come()).join();
  expect(transports?.send.id === prepared?.transports.send.id).toBe(count < mostVisits);
});

test('W5: a second window’s way here leaves the first one’s seat as it is until it joins', async () => {
  const { order, come, prepared } = await onTheWay();
  const first = await come();
  const { seatId } = await first.join();
  const grantId = randomUUID();
  const made = await stage.node.prepare({ ...order, grantId });
  const { personId } = order;
  const second = await stage.personWith(await stage.grant({ personId, jti: grantId }), personId);
  expect((await first.join(seatId, 'kept')).transports).toBeNull();
  expect(first.heard('ended')).toBe(0);

  const taken = await second.join();
  expect(taken.transports).toEqual(made?.transports);
  expect(taken.transports).not.toEqual(prepared?.transports);
  expect(await first.hears('ended')).toEqual(['taken-over']);

  await expect(come()).rejects.toThrow('grant-used');
  const again = await stage.person({ personId });
  expect((await again.join()).seatId).not.toBe(taken.seatId);
  expect(await second.hears('ended')).toEqual(['taken-over']);
});

const asking = { rtpCapabilities: { codecs: [], headerExtensions: [] }, seatId: null };

test('a join may come along with the connection', async () => {
  const { come, prepared } = await onTheWay();
  const ada = await come({ ...asking, media: 'fresh' });
  const [answer] = await ada.hears('joined');
  expect(answer).toMatchObject({ ok: true, value: { transports: prepared?.transports } });
  expect(await ada.call('leave', {})).toEqual({ ok: true, value: null });
});

test.each([null, 'please', { ...asking, media: 'mine' }, [asking]])(
  'one that is none is refused, and the connection stays: %j',
  async (join) => {
    const { come } = await onTheWay();
    const ada = await come(join);
    expect(await ada.hears('joined')).toEqual([{ ok: false, code: 'malformed' }]);
    expect((await ada.join()).people).toEqual([]);
  },
);

test('W5: one that comes along asks, too, before it leaves another room', async () => {
  const { order } = await onTheWay();
  const { personId } = order;
  await (await stage.person({ personId })).join();
  await stage.openAnotherRoom();
  const grant = await stage.grant({ personId });
  const again = await stage.personWith(grant, personId, { ...asking, media: 'fresh' });
  expect(await again.hears('joined')).toEqual([{ ok: false, code: 'seated-elsewhere' }]);
});

test('a voice flows at once; a picture does when its sender is far away, or waits', async () => {
  const from = (roundTrip: number | null) => ({ roundTrip });
  expect(flowsAtOnce('microphone', from(null))).toBe(true);
  expect([null, 0, 100, 101].map((ms) => flowsAtOnce('camera', from(ms)))).toEqual([
    false,
    false,
    false,
    true,
  ]);
  await stage.openAnotherRoom();
  const [ada, bo] = [await stage.person(), await stage.person()];
  await ada.join();
  const produced = { source: 'microphone', rtpParameters: voice(), paused: false } as const;
  await ada.call('produce', produced);
  expect((await bo.join()).consumers.map(({ source }) => source)).toEqual(['microphone']);
});
