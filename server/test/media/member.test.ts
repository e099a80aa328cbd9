import { setImmediate as turn } from 'node:timers/promises';
import type { NodeStatus, OrderOutcome } from '@confab/shared';
import { expect, test } from 'vitest';
import { Fleet } from '../../src/media/fleet.ts';
import type { MediaLine } from '../../src/media/line.ts';
import type { Agreement } from '../../src/media/member.ts';
import { now } from './apart.ts';

type Rooms = Agreement['wanted'];

const done = (): Promise<OrderOutcome> => Promise.resolve('done');
const nothing = () => undefined;

const empty = (): NodeStatus => ({
  at: now(),
  well: true,
  load: 0,
  draining: false,
  attendanceWaiting: 0,
  rooms: [],
});

test('a meeting that a lost line broke off does not pass for the one that goes on', async () => {
  const asked: PromiseWithResolvers<Rooms>[] = [];
  const opened: string[] = [];
  using fleet = new Fleet({
    roomsAt: () => {
      const rooms = Promise.withResolvers<Rooms>();
      asked.push(rooms);
      return rooms.promise;
    },
    settled: () => Promise.resolve(),
    failed: nothing,
  });
  let told: (status: NodeStatus | null) => void = nothing;
  const line: MediaLine = {
    trouble: null,
    open: ({ roomId }) => {
      opened.push(roomId);
      return done();
    },
    prepare: () => Promise.resolve(null),
    extend: done,
    close: done,
    release: done,
    evict: done,
    moveOn: done,
    drain: done,
    onAttendance: nothing,
    onSeating: nothing,
    onStatus: (listener) => {
      told = listener;
    },
    tellTime: nothing,
    [Symbol.dispose]: nothing,
  };
  fleet.join('node', line);
  told(empty());
  told(null);
  told(empty());
  const [first, second] = asked;
  first?.resolve([{ roomId: 'closed since', epoch: 1, closesAt: now().add({ hours: 1 }) }]);
  await turn();
  expect(opened).toEqual([]);
  expect(fleet.leastBusy()).toBeNull();
  second?.resolve([]);
  await turn();
  expect(fleet.leastBusy()).toBe('node');
});
