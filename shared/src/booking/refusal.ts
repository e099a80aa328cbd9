import type { Instant } from '../time/index.ts';
import type { Booking, Offer } from './booking.ts';

/** Why a booking command was not carried out. Codes are stable; pages turn them into sentences. */
export type BookingRefusal =
  /** Not one of the booking's two people, or no such booking: nobody learns which. */
  | { code: 'not-found' }
  /** The command belongs to the other side. */
  | { code: 'not-your-part' }
  /** Nobody can book themselves. @see P2 */
  | { code: 'self' }
  /** Only a mentee of the program can request in it. @see P2 */
  | { code: 'not-a-mentee' }
  /** No approved, active mentor of this program. @see P2 */
  | { code: 'not-a-mentor' }
  /** @see P3 */
  | { code: 'mentor-busy' }
  /** @see P3 */
  | { code: 'mentor-away' }
  /** @see G2 */
  | { code: 'gate' }
  /** A date, time or zone that does not exist at all. @see B8 */
  | { code: 'bad-time' }
  /** The zone's clocks skip this time; both instants are offered. @see B8 */
  | { code: 'time-gap'; earlierAt: Instant; laterAt: Instant }
  /** The zone's clocks show this time twice; both instants are offered. @see B8 */
  | { code: 'time-fold'; earlierAt: Instant; laterAt: Instant }
  | { code: 'in-the-past' }
  | { code: 'notice'; minutes: number }
  | { code: 'horizon'; days: number }
  | { code: 'duration'; allowed: number[] }
  | { code: 'location' }
  /** A held time of either side is in the way; never says whose. @see B6 */
  | { code: 'busy' }
  /** The mentee already asks this mentor for an overlapping time. @see B6 */
  | { code: 'overlapping-request' }
  /** The state has no place for this command. @see B3 */
  | { code: 'wrong-state'; state: Booking['state'] }
  /** The other side is to answer. */
  | { code: 'not-your-turn' }
  /** Another offer is on the table than the one seen. @see R1 */
  | { code: 'stale-offer'; offer: Offer | null }
  /** The proposal changes nothing. */
  | { code: 'no-change' }
  | { code: 'too-late'; sinceAt: Instant }
  | { code: 'too-early'; untilAt: Instant }
  /** @see F1 */
  | { code: 'actual-minutes'; from: number; to: number }
  /** @see W3 */
  | { code: 'no-extension' }
  /** This mark is contested already. @see F2 */
  | { code: 'contested' }
  /** A manager has settled it; only a manager changes it. @see F4 */
  | { code: 'settled' }
  /** A reason must be given. @see F2 F4 */
  | { code: 'reason' }
  /** Something has happened to the session since the manager saw it. @see B5 F4 */
  | { code: 'stale-case' }
  /** The manager is one of the booking's two people. @see P1 */
  | { code: 'own-case' };

export type BookingRefusalCode = BookingRefusal['code'];
