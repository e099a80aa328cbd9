import { randomUUID } from 'node:crypto';
import type { RoomView } from '@confab/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from './person.ts';
import { dtls, picture, voice } from './rtp.ts';
import { Stage } from './stage.ts';
import { until } from './until.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open({ mediaPort: 12080 });
});
afterAll(() => stage[Symbol.asyncDispose]());

const sendAll = async (person: Person): Promise<string[]> => {
  const said = { microphone: voice(), camera: picture() } as const;
  const ids: string[] = [];
  for (const source of ['microphone', 'camera'] as const) {
    const input = { source, rtpParameters: said[source], paused: false };
    const answer = await person.call('produce', input);
    if (answer.ok) ids.push(answer.value.producerId);
  }
  return ids;
};

/** Who is there, and what of theirs is played, by what a person was told since they joined. */
function knows({ told }: Person, { people, consumers }: RoomView, since: number) {
  const there = new Set(people.map(({ personId }) => personId));
  const plays = new Map(consumers.map((one) => [one.consumerId, one.producerId]));
  for (const [name, said] of told.slice(since)) {
    if (name === 'person-joined') there.add(said.personId);
    if (name === 'person-left') there.delete(said);
    if (name === 'consumer') plays.set(said.consumerId, said.producerId);
    if (name === 'consumer-ended') plays.delete(said);
  }
  return { there: [...there], plays: [...plays.values()].toSorted() };
}

describe('W5: a seat is taken over', () => {
  test('and nobody else is told of leaving or coming; attendance has both', async () => {
    await stage.openAnotherRoom();
    const { roomId } = stage;
    const ada = await stage.person();
    await ada.join();
    const first = await stage.person();
    await first.join();
    await sendAll(first);
    const second = await stage.person({ personId: first.personId });
    await second.join();
    const now = await sendAll(second);
    await ada.hears('consumer', ({ producerId }) => producerId === now[1]);
    expect(ada.heard('person-joined')).toBe(1);
    expect(ada.heard('person-left')).toBe(0);
    expect(ada.heard('consumer-ended')).toBe(2);
    const attended = () =>
      stage.attendance
        .filter((event) => event.roomId === roomId && event.personId === first.personId)
        .map(({ kind }) => kind);
    await until(() => attended().length === 3);
    expect(attended()).toEqual(['joined', 'left', 'joined']);
  });

  test('in a room with nobody else: what was made for it lives', async () => {
    await stage.openAnotherRoom();
    const first = await stage.person();
    await first.join();
    const second = await stage.person({ personId: first.personId });
    const { transports } = await second.join();
    const transportId = transports?.send.id ?? '';
    const connected = await second.call('connect-transport', {
      transportId,
      dtlsParameters: dtls,
    });
    expect(connected).toEqual({ ok: true, value: null });
    expect(await sendAll(second)).toHaveLength(2);
  });

  test('however windows come, send and go, the others end with what the last one sends', async () => {
    await stage.openAnotherRoom();
    const watcher = await stage.person();
    let view = await watcher.join();
    let since = watcher.told.length;
    const others = stage.node.metrics().connections;
    const personId: string = randomUUID();
    const windows: Person[] = [];
    const late: Promise<unknown>[] = [];
    const later = (call: Promise<unknown>) => void late.push(call.catch(() => null));
    const { capabilities: rtpCapabilities } = watcher;
    const ask = { rtpCapabilities, seatId: null, media: 'fresh' as const, leaveOther: false };
    // Every mix of: asked along or not, prepared or not, joined twice, and how the one before ends.
    for (let round = 0; round < 24; round++) {
      const along = round % 2 === 0 ? ask : undefined;
      windows.splice(0, windows.length - 2).forEach((window) => window.hangUp());
      await until(() => stage.node.metrics().connections <= others + 3);
      const one = await stage.personWith(await stage.grant({ personId }), personId, along);
      windows.push(one);
      if (!along && round % 3 === 0) later(one.call('prepare', {}));
      if (!along || round % 8 === 0) later(one.call('join', ask));
      const calls = sendAll(one).catch(() => null);
      later(calls);
      if (round % 5 === 0) await calls;
      if (round % 6 === 1) later(one.call('stop', { source: 'camera' }));
      if (round % 6 === 2) later(one.call('leave', {}));
      if (round % 7 === 3) one.hangUp();
      if (round % 9 === 4) {
        view = await watcher.join(view.seatId, round % 2 === 0 ? 'kept' : 'fresh');
        since = watcher.told.length;
      }
    }
    windows[0]?.hangUp();
    await until(() => stage.node.metrics().connections <= others + 3);
    const last = await stage.person({ personId });
    await last.join();
    const sent = await sendAll(last);
    expect(sent).toHaveLength(2);
    await Promise.all(late);
    await until(() => knows(watcher, view, since).plays.join() === sent.toSorted().join());
    expect(knows(watcher, view, since)).toEqual({ there: [personId], plays: sent.toSorted() });
    expect(last.heard('ended')).toBe(0);
  });
});
