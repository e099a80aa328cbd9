import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import type { Attendance } from '@confab/shared';
import { Fleet } from '../../src/media/fleet.ts';
import { after, Apart } from './apart.ts';
import { call } from './caller.ts';
import { Relay } from './relay.ts';

const patience = { timeout: 15_000 };

type Node = Awaited<ReturnType<Apart['node']>>;

/** Two nodes with a room each, ruled by a server whose ways to them can be broken. */
async function twoNodes(
  apart: Apart,
  ports: [number, number],
  options: Parameters<Apart['node']>[1] = {},
) {
  const [first, second] = [
    await apart.node(ports[0], options),
    await apart.node(ports[1], options),
  ];
  const [way, wayToSecond] = [await Relay.to(first.port), await Relay.to(second.port)];
  const attendance: Attendance[] = [];
  const failures: unknown[] = [];
  const fleet = new Fleet({
    // Both rooms stay where they are.
    roomsAt: (node) =>
      Promise.resolve(rooms.filter((room) => room.url === node).map(({ roomId }) => open(roomId))),
    settled: () => Promise.resolve(),
    failed: (error) => void failures.push(error),
  });
  fleet.onAttendance((event) => {
    attendance.push(event);
    return Promise.resolve();
  });
  const open = (roomId: string) => ({ roomId, epoch: 1, closesAt: after(3_600_000) });
  const rooms = [first, second].map(({ url }) => ({ url, roomId: randomUUID() }));
  fleet.join(first.url, apart.line(way.url).line);
  fleet.join(second.url, apart.line(wayToSecond.url).line);
  const here = () => fleet.reports.every(({ connected }) => connected);
  await vi.waitUntil(here, patience);
  for (const { url, roomId } of rooms) await fleet.open(url, open(roomId));

  const enter = async (node: Node, personId: string) => {
    const room = rooms.find(({ url }) => url === node.url);
    return call(node.url, await apart.grant(room?.roomId ?? '', personId));
  };
  const seats = ({ station }: Node) => station.node.metrics().seats;
  return {
    nodes: { first, second },
    way,
    wayToSecond,
    here,
    enter,
    seats,
    attendance,
    failures,
    [Symbol.dispose]() {
      fleet[Symbol.dispose]();
      way[Symbol.dispose]();
      wayToSecond[Symbol.dispose]();
    },
  };
}

test('W5: whoever enters a room at another node is asked, then leaves the first', async () => {
  await using apart = await Apart.open();
  using all = await twoNodes(apart, [14_122, 14_123]);
  const { first, second } = all.nodes;
  const ada = randomUUID();
  const before = await all.enter(first, ada);
  await before.join();
  await vi.waitUntil(() => all.attendance.length === 1, patience);

  const next = await all.enter(second, ada);
  await expect(next.join()).rejects.toThrow('seated-elsewhere');
  expect([all.seats(first), all.seats(second)]).toEqual([1, 0]);
  expect(before.told).not.toContain('ended');

  let reason = '';
  before.socket.once('ended', (why) => (reason = why));
  await next.join(true);
  expect([all.seats(first), all.seats(second)]).toEqual([0, 1]);
  await vi.waitUntil(() => reason === 'moved-on', patience);
  await vi.waitUntil(() => all.attendance.length === 3, patience);
  expect(all.attendance.map(({ kind }) => kind).toSorted()).toEqual(['joined', 'joined', 'left']);

  // And back again: asked there as well.
  const back = await all.enter(first, ada);
  await expect(back.join()).rejects.toThrow('seated-elsewhere');
  await next.leave();
  await vi.waitUntil(() => all.attendance.length === 4, patience);
  await back.join();
  expect([all.seats(first), all.seats(second)]).toEqual([1, 0]);
  expect(all.failures).toEqual([]);
});

test('W5: of two rooms at two nodes, entered at once, one asks; others are left alone', async () => {
  await using apart = await Apart.open();
  using all = await twoNodes(apart, [14_124, 14_125]);
  const { first, second } = all.nodes;
  const [ada, bela] = [randomUUID(), randomUUID()];
  await (await all.enter(first, bela)).join();
  const both = [await all.enter(first, ada), await all.enter(second, ada)];
  const outcomes = await Promise.all(
    both.map((caller) =>
      caller.join().then(
        () => 'in',
        (error: Error) => error.message,
      ),
    ),
  );
  expect(outcomes.toSorted()).toEqual(['in', 'seated-elsewhere']);
  expect(all.seats(first) + all.seats(second)).toBe(2);
});

test('W5: a seat taken while the other node was out of reach counts once it is back', async () => {
  await using apart = await Apart.open();
  using all = await twoNodes(apart, [14_126, 14_127]);
  const { first, second } = all.nodes;
  const [ada, bela] = [randomUUID(), randomUUID()];
  const before = await all.enter(first, ada);
  await before.join();
  const other = await all.enter(first, bela);
  await other.join();
  all.way.broken = true;
  all.way.cut();
  await vi.waitUntil(() => !all.here(), patience);
  const next = await all.enter(second, ada);
  // Nobody is kept out of a call because a node cannot be asked.
  await next.join();
  expect(all.seats(first)).toBe(2);

  all.way.broken = false;
  await vi.waitUntil(() => all.seats(first) === 1, patience);
  await vi.waitUntil(() => before.told.includes('ended'), patience);
  expect(other.told).not.toContain('ended');
  expect(all.seats(second)).toBe(1);
  expect(next.socket.connected).toBe(true);
  expect(all.failures).toEqual([]);
});

test('W5: of two seats the older is left, also where the later is told of last', async () => {
  await using apart = await Apart.open();
  using all = await twoNodes(apart, [14_130, 14_131]);
  const { first, second } = all.nodes;
  const ada = randomUUID();
  const before = await all.enter(first, ada);
  await before.join();
  all.way.broken = true;
  all.way.cut();
  await vi.waitUntil(() => !all.here(), patience);
  all.wayToSecond.hold();
  await (await all.enter(second, ada)).join();

  all.way.broken = false;
  await vi.waitUntil(all.here, patience);
  expect([all.seats(first), all.seats(second)]).toEqual([1, 1]);
  all.wayToSecond.letGo();
  await vi.waitUntil(() => all.seats(first) === 0, patience);
  await vi.waitUntil(() => before.told.includes('ended'), patience);
  expect(all.seats(second)).toBe(1);
  expect(all.failures).toEqual([]);
});

test('W5: without a server a node goes by its own seats, at once', async () => {
  await using apart = await Apart.open();
  // Longer than a caller waits for an answer.
  using all = await twoNodes(apart, [14_128, 14_129], { seatingPatienceMs: 120_000 });
  const { first } = all.nodes;
  const caller = await all.enter(first, randomUUID());
  all.way.broken = true;
  all.way.cut();
  await vi.waitUntil(() => first.log.count('the server is gone') === 1, patience);
  await caller.join();
  expect(all.seats(first)).toBe(1);
});
