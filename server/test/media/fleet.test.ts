import { randomUUID } from 'node:crypto';
import type { NodeStatus } from '@confab/shared';
import { expect, test, vi } from 'vitest';
import { Fleet } from '../../src/media/fleet.ts';
import type { OrderFor } from '../../src/ports/media.ts';
import { after, Apart } from './apart.ts';
import { call } from './caller.ts';
import { Relay } from './relay.ts';

const patience = { timeout: 15_000 };

/** Places, rooms and attendance as a store would have them, for a fleet of real nodes. */
class Records {
  readonly places = new Map<string, string>();
  readonly wanted = new Map<string, OrderFor<'open'>>();
  readonly settled: { node: string; status: NodeStatus }[] = [];
  readonly failures: unknown[] = [];

  fleet(graceMs?: number): Fleet {
    const fleet = new Fleet(
      {
        roomsAt: (node) =>
          Promise.resolve(
            [...this.wanted.values()].filter(({ roomId }) => this.places.get(roomId) === node),
          ),
        settled: (node, status) => {
          this.settled.push({ node, status });
          return Promise.resolve();
        },
        failed: (error) => void this.failures.push(error),
      },
      graceMs,
    );
    fleet.onAttendance(() => Promise.resolve());
    return fleet;
  }

  /** Someone enters, as the application lets them: the node they are sent to. */
  async enter(fleet: Fleet, roomId: string, epoch = 1): Promise<string | null> {
    const node = fleet.place(roomId, this.places.get(roomId) ?? null);
    if (node === null) return null;
    this.places.set(roomId, node);
    const room = { roomId, epoch, closesAt: after(3_600_000) };
    this.wanted.set(roomId, room);
    await fleet.open(node, room);
    return node;
  }
}

const report = (fleet: Fleet, node: string) => fleet.reports.find((one) => one.node === node);

test('rooms go where the fewest are, and stay where they are', async () => {
  await using apart = await Apart.open();
  const [one, two] = [await apart.node(14_112), await apart.node(14_113)];
  const records = new Records();
  using fleet = records.fleet();
  expect(await records.enter(fleet, randomUUID())).toBeNull();
  for (const { url } of [one, two]) fleet.join(url, apart.line(url).line);
  await vi.waitUntil(() => fleet.reports.every(({ connected }) => connected), patience);

  const rooms = Array.from({ length: 6 }, () => randomUUID());
  // All at once, as at a full hour: none is open yet when the next is given its place.
  const chosen = await Promise.all(rooms.map((roomId) => records.enter(fleet, roomId)));
  expect(chosen.filter((node) => node === one.url)).toHaveLength(3);
  expect(chosen.filter((node) => node === two.url)).toHaveLength(3);
  expect(await Promise.all(rooms.map((roomId) => records.enter(fleet, roomId)))).toEqual(chosen);
  await vi.waitUntil(() => fleet.reports.every((node) => node.rooms === 3), patience);
  expect(records.failures).toEqual([]);
});

test('a draining node keeps the rooms in which somebody is; others go elsewhere', async () => {
  await using apart = await Apart.open();
  const [one, two] = [await apart.node(14_114), await apart.node(14_115)];
  const records = new Records();
  using fleet = records.fleet();
  fleet.join(one.url, apart.line(one.url).line);
  await vi.waitUntil(() => fleet.leastBusy() === one.url, patience);
  const [used, empty] = [randomUUID(), randomUUID()];
  for (const roomId of [used, empty]) await records.enter(fleet, roomId);
  const ada = await call(one.url, await apart.grant(used));
  await ada.join();
  fleet.join(two.url, apart.line(two.url).line);
  await vi.waitUntil(() => report(fleet, two.url)?.connected === true, patience);

  const drained = one.station.drain();
  await vi.waitUntil(() => report(fleet, one.url)?.draining === true, patience);
  expect(await records.enter(fleet, used)).toBe(one.url);
  expect(await records.enter(fleet, empty)).toBe(two.url);
  expect(await records.enter(fleet, randomUUID())).toBe(two.url);
  expect(ada.socket.connected).toBe(true);
  await ada.leave();
  await drained;
});

test('a node that is gone has its rooms placed anew; back again, it lets go of them', async () => {
  await using apart = await Apart.open();
  const [one, two] = [await apart.node(14_116), await apart.node(14_117)];
  const records = new Records();
  using relay = await Relay.to(one.port);
  using fleet = records.fleet(3_000);
  fleet.join(one.url, apart.line(relay.url).line);
  await vi.waitUntil(() => fleet.leastBusy() === one.url, patience);
  const roomId = randomUUID();
  await records.enter(fleet, roomId);
  const ada = await call(one.url, await apart.grant(roomId));
  await ada.join();
  fleet.join(two.url, apart.line(two.url).line);
  await vi.waitUntil(() => report(fleet, two.url)?.connected === true, patience);

  // Out of the server's reach, not of Ada's.
  relay.broken = true;
  relay.cut();
  await vi.waitUntil(() => report(fleet, one.url)?.connected === false, patience);
  expect(fleet.place(roomId, one.url)).toBeNull();
  await vi.waitUntil(() => fleet.place(roomId, one.url) === two.url, patience);
  expect(await records.enter(fleet, roomId)).toBe(two.url);
  expect(ada.socket.connected).toBe(true);

  relay.broken = false;
  await vi.waitUntil(() => ada.socket.disconnected, patience);
  // Not put out of the call: sent to ask where it is now.
  expect(ada.told).not.toContain('ended');
  await (await call(two.url, await apart.grant(roomId))).join();
});

test('a restarted server finds its rooms: some closed, some opened, people left in peace', async () => {
  await using apart = await Apart.open();
  const { url, station } = await apart.node(14_118);
  const records = new Records();
  const before = records.fleet();
  before.join(url, apart.line(url).line);
  await vi.waitUntil(() => before.leastBusy() === url, patience);
  const [kept, unwanted, changed, missing] = Array.from({ length: 4 }, () => randomUUID());
  if (!kept || !unwanted || !changed || !missing) throw new Error('four ids');
  for (const roomId of [kept, unwanted, changed]) await records.enter(before, roomId);
  const people = await Promise.all(
    [kept, unwanted, changed].map(async (roomId) => {
      const person = await call(url, await apart.grant(roomId));
      await person.join();
      return person;
    }),
  );
  before[Symbol.dispose]();

  // What was decided while the node could not be told.
  const closesAt = after(3_600_000);
  records.wanted.delete(unwanted);
  records.wanted.set(changed, { roomId: changed, epoch: 2, closesAt });
  records.wanted.set(missing, { roomId: missing, epoch: 1, closesAt });
  records.places.set(missing, url);
  records.settled.length = 0;

  using fleet = records.fleet();
  fleet.join(url, apart.line(url).line);
  await vi.waitUntil(() => fleet.leastBusy() === url, patience);
  const rooms = station.node.status().rooms;
  expect(rooms.map(({ roomId }) => roomId).toSorted()).toEqual([kept, changed, missing].toSorted());
  expect(rooms.find(({ roomId }) => roomId === changed)?.epoch).toBe(2);
  await vi.waitUntil(
    () => people.filter(({ socket }) => socket.disconnected).length === 2,
    patience,
  );
  expect(people[0]?.socket.connected).toBe(true);
  expect(people[0]?.told).not.toContain('ended');
  expect(rooms.find(({ roomId }) => roomId === kept)?.personIds).toHaveLength(1);
  await vi.waitUntil(() => records.settled.length === 1, patience);
  expect(records.settled[0]?.status.attendanceWaiting).toBe(0);
  expect(records.failures).toEqual([]);
});
