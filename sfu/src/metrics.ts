import type { Room } from './room.ts';
import type { WorkerSlot } from './worker-slot.ts';

/** What the node is doing now; plain numbers, to be published by whoever runs it. */
export interface MediaMetrics {
  workers: number;
  workersAlive: number;
  workerDeaths: number;
  rooms: number;
  /** Rooms with somebody in them. */
  roomsInUse: number;
  seats: number;
  connections: number;
  producers: number;
  consumers: number;
  probes: number;
  attendanceWaiting: number;
}

const sum = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((total, item) => total + of(item), 0);

export function readMetrics(
  rooms: readonly Room[],
  slots: readonly WorkerSlot[],
  rest: Pick<MediaMetrics, 'probes' | 'attendanceWaiting'>,
): MediaMetrics {
  const seats = rooms.flatMap((room) => [...room.seats.values()]);
  return {
    workers: slots.length,
    workersAlive: slots.filter((slot) => slot.server).length,
    workerDeaths: sum(slots, (slot) => slot.deaths),
    rooms: rooms.length,
    roomsInUse: rooms.filter((room) => room.seats.size > 0).length,
    seats: seats.length,
    connections: sum(rooms, (room) => room.visitors.size),
    producers: sum(seats, (seat) => seat.media?.producers.size ?? 0),
    consumers: sum(seats, (seat) => seat.media?.playing.size ?? 0),
    ...rest,
  };
}
