import type { MediaControl } from '@confab/shared';
import type { MediaLine } from './line.ts';

/** A node in this process: always in reach, by the same clock. */
export const homeLine = (node: MediaControl): MediaLine => ({
  trouble: null,
  open: (room) => node.open(room),
  prepare: (order) => node.prepare(order),
  extend: (room) => node.extend(room),
  close: (room) => node.close(room),
  release: (room) => node.release(room),
  evict: (seat) => node.evict(seat),
  moveOn: (person) => node.moveOn(person),
  drain: () => node.drain(),
  onAttendance: (listener) => {
    node.onAttendance(listener);
  },
  onSeating: (listener) => {
    node.onSeating(listener);
  },
  onStatus: (listener) => {
    node.onStatus(listener);
  },
  tellTime: () => undefined,
  [Symbol.dispose]: () => undefined,
});
