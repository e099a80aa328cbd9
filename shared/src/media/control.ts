import type { Instant } from '../time/index.ts';

/** Why a room or a seat ended; told to the people in it. */
export type RoomEnd = 'time' | 'moved' | 'cancelled' | 'evicted';

/** Someone took or left a seat, by the node's clock. Sent again until acknowledged. @see W5 */
export interface Attendance {
  id: string;
  roomId: string;
  personId: string;
  kind: 'joined' | 'left';
  at: Instant;
}

/**
 * How the server rules a media node, in process or over an authenticated socket.
 * Orders bear the room's epoch; a lower one than the node knows is ignored.
 */
export interface MediaControl {
  /** Opens a room, or moves its closing. The node closes by itself at `closesAt`. */
  open(room: { roomId: string; epoch: number; closesAt: Instant }): Promise<void>;
  close(room: { roomId: string; epoch: number; reason: RoomEnd }): Promise<void>;
  evict(seat: { roomId: string; epoch: number; personId: string }): Promise<void>;
  /** The listener resolves when the event is on disk. */
  onAttendance(listener: (event: Attendance) => Promise<void>): void;
}
