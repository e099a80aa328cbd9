import type { RoomEnd, SeatEnd } from '@confab/shared';

/** Where a call stands. */
export type CallState =
  /** Not joined; perhaps warmed up. */
  | { name: 'ready' }
  | { name: 'joining' }
  /** They have a seat in another room, and are asked; `leaveOther` goes on. @see W5 */
  | { name: 'seated-elsewhere' }
  | { name: 'in' }
  /** Media does not flow, or the line has been gone for a while. It mends itself. */
  | { name: 'reconnecting' }
  | { name: 'left' }
  /** Another tab or device of this person has the seat. @see W5 */
  | { name: 'taken-over' }
  | { name: 'ended'; reason: RoomEnd }
  /** A code of the server's or the node's. */
  | { name: 'refused'; code: string };

/** Whoever entered another room has left this one by their own wish. */
export function stateAfter(reason: SeatEnd): CallState {
  if (reason === 'moved-on') return { name: 'left' };
  return reason === 'taken-over' ? { name: reason } : { name: 'ended', reason };
}
