import type { Instant } from '../time/index.ts';
import type { ProgramSettings } from '../program/settings.ts';
import type { Interval } from './overlaps.ts';

/** What the decision knows of one of the two people. Only the named program's membership counts. */
export interface PartyFacts {
  /** IANA zone of the profile, now. @see D2 */
  zone: string;
  /** Role of the active, approved membership in the program; null if there is none. @see P2 */
  role: 'mentee' | 'mentor' | 'manager' | null;
  /** Times held by this person's other bookings, in any program. @see B6 */
  held: Interval[];
}

/**
 * Everything a decision needs beside the booking, the command, the time and the actor.
 * The caller reads it in the transaction that writes.
 */
export interface BookingFacts {
  settings: ProgramSettings;
  /** Role of the asking person's active membership in the booking's program; null: none. @see P1 F4 */
  actorRole: PartyFacts['role'];
  mentor: PartyFacts & {
    /** @see P3 */
    availability: 'available' | 'busy' | 'away';
  };
  mentee: PartyFacts;
  /** The mentee has sent the mentor a message of their own. @see G1 */
  gatePassed: boolean;
  /** They already have a conversation or a booking. @see P3 */
  acquainted: boolean;
  /** Times of other pending requests of this mentee with this mentor. @see B6 */
  pendingBetween: Interval[];
  /** The next accepted booking of either side after this one starts then. @see W3 */
  nextStartsAt: Instant | null;
  /** Fresh unguessable ids, should the decision need them: chance is an argument, too. */
  fresh: { bookingId: string; roomId: string };
}
