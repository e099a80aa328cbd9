import { addMinutes, type Instant } from '../time/index.ts';
import type { Booking } from './booking.ts';
import { roomPhase, roomWindow, type RoomPhase, type RoomWindow } from './room.ts';

/** The window of a booking's room, an extension included. Every booking has one. @see W1 W3 */
export function windowOf(booking: Booking): RoomWindow {
  const { opensAt, closesAt } = roomWindow({ ...booking.terms, margins: booking.margins });
  return { opensAt, closesAt: addMinutes(closesAt, booking.extension) };
}

/** Accepted, completed or no-show, by online video: the states in which a room opens. @see W1 */
export const hasRoom = (booking: Booking): boolean =>
  booking.terms.location.kind === 'online' &&
  (booking.state === 'accepted' || booking.state === 'completed' || booking.state === 'no-show');

/** What the room's page shows: a phase, or that the booking's state opens no room. @see W1 W2 */
export const roomState = (booking: Booking, now: Instant): RoomPhase | 'state' =>
  hasRoom(booking) ? roomPhase({ ...windowOf(booking), now }) : 'state';
