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

const empty = (load = 0): NodeStatus => ({
  at: now(),
  well: true,
  load,
  draining: false,
  attendanceWaiting: 0,
  rooms: [],
});

/** A line without a node; the test says what is told over it. */
function lineOf(open: MediaLine['open'] = done) {
  let told: (status: NodeStatus | null) => void = nothing;
  const line: MediaLine = {
    trouble: null,
    open,
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
  return {
    line,
    tell: (status: NodeStatus | null) => {
      told(status);
    },
  };
}

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
  const { line, tell } = lineOf(({ roomId }) => {
    opened.push(roomId);
    return done();
  });
  fleet.join('node', line);
  tell(empty());
  tell(null);
  tell(empty());
  const [first, second] = asked;
  first?.resolve([{ roomId: 'closed since', epoch: 1, closesAt: now().add({ hours: 1 }) }]);
  await turn();
  expect(opened).toEqual([]);
  expect(fleet.leastBusy()).toBeNull();
  second?.resolve([]);
  await turn();
  expect(fleet.leastBusy()).toBe('node');
});

test('a room goes to the node that is least busy, though more rooms are there', async () => {
  using fleet = new Fleet({
    roomsAt: () => Promise.resolve([]),
    settled: () => Promise.resolve(),
    failed: nothing,
  });
  const [busy, idle] = [lineOf(), lineOf()];
  fleet.join('busy', busy.line);
  fleet.join('idle', idle.line);
  const rooms = ['one', 'two', 'three'].map((roomId) => ({ roomId, epoch: 1, personIds: [] }));
  busy.tell(empty(0.8));
  idle.tell({ ...empty(0.1), rooms });
  await turn();
  expect(fleet.leastBusy()).toBe('idle');
  expect(fleet.place('four', null)).toBe('idle');

  // The other way round: it is not the order in which they joined.
  busy.tell({ ...empty(0.1), rooms });
  idle.tell(empty(0.8));
  expect(fleet.leastBusy()).toBe('busy');
  expect(fleet.place('five', null)).toBe('busy');

  // A little more is no more: then the rooms count.
  idle.tell(empty(0.12));
  expect(fleet.leastBusy()).toBe('idle');
});
