import { addMinutes, isBefore, type Instant } from '../time/index.ts';
import type { Interval } from './overlaps.ts';

/** Minutes by which the room is open around its session. @see W1 */
export interface RoomMargins {
  before: number;
  after: number;
}

/** When a room is open: `opensAt <= now < closesAt`. @see W1 */
export interface RoomWindow {
  opensAt: Instant;
  closesAt: Instant;
}

export type RoomPhase = 'before' | 'open' | 'after';

export const defaultRoomMargins: RoomMargins = { before: 30, after: 30 };

/** The room's window around a session. @see W1 */
export const roomWindow = ({
  startsAt,
  endsAt,
  margins,
}: Interval & { margins: RoomMargins }): RoomWindow => ({
  opensAt: addMinutes(startsAt, -margins.before),
  closesAt: addMinutes(endsAt, margins.after),
});

/** Where `now` stands to a room's window. @see W1 W2 */
export function roomPhase({ opensAt, closesAt, now }: RoomWindow & { now: Instant }): RoomPhase {
  if (isBefore(now, opensAt)) return 'before';
  return isBefore(now, closesAt) ? 'open' : 'after';
}
