import type { Instant } from '../time/index.ts';
import type { Location } from './location.ts';
import type { ResponseClock } from './response-clock.ts';
import type { RoomMargins } from './room.ts';

/** The two sides of a booking. */
export type Side = 'mentor' | 'mentee';

/** What is offered or agreed: when and where. `endsAt` is the scheduled end, without margins. */
export interface Terms {
  startsAt: Instant;
  endsAt: Instant;
  location: Location;
}

/** Terms put before the other side, with the clock that runs for the answer. @see R1 D2 D4 */
export interface Offer {
  /** Rises with every offer of the booking; the request is 1. */
  version: number;
  by: Side;
  terms: Terms;
  madeAt: Instant;
  /** The responder's zone at `madeAt`. */
  zone: string;
  clock: ResponseClock;
  /** Where the response clock alone ends, before `min` with a start. */
  clockEndsAt: Instant;
  /** At this instant it is too late. @see D4 R4 */
  respondBy: Instant;
}

/** What a booking keeps in every state. */
export interface Always {
  id: string;
  programId: string;
  mentorId: string;
  menteeId: string;
  note: string | null;
  requestedAt: Instant;
  /** The scheduled terms: requested while pending, agreed afterwards. @see R2 */
  terms: Terms;
  /** The video room, when the location is online. Unguessable; a new one for each time online. @see B9 */
  roomId: string | null;
  margins: RoomMargins;
  /** Minutes by which the mentor extended the room (0 or 15). @see W3 */
  extension: number;
  /** The version that the newest offer bore. @see R1 */
  version: number;
  /** Rises with every event. */
  revision: number;
}

/** Waiting for the mentor: the mentee's request or counter is on the table. */
export interface AwaitingMentor extends Always {
  state: 'pending';
  awaiting: 'mentor';
  offer: Offer;
  /** The mentor's proposal that the offer counters, while both are known; null: it is the request. */
  countered: Terms | null;
}

/** Waiting for the mentee: the mentor has proposed other terms. @see R3 */
export interface AwaitingMentee extends Always {
  state: 'pending';
  awaiting: 'mentee';
  /** The mentor's proposal. */
  offer: Offer;
  /** The mentee's last own offer, which stands again when the mentor withdraws the proposal. */
  answered: { offer: Offer; /** open milliseconds left when first answered */ left: number };
}

export interface Accepted extends Always {
  state: 'accepted';
  acceptedAt: Instant;
  /** Another time proposed by either side; the agreed terms stand meanwhile. @see R2 */
  proposal: Offer | null;
}

/** One of the two says that a mark is not right. @see F2 F3 */
export interface Contest {
  bySide: Side;
  reason: string;
  contestedAt: Instant;
}

/** What a booking keeps once it is said how its session went. */
export interface Marked extends Always {
  acceptedAt: Instant;
  /** Who said so last; a manager, where the booking was settled. @see F4 */
  markedBySide: Side | 'manager';
  markedAt: Instant;
  /** Null: nobody contests it. */
  contest: Contest | null;
  /** Why a manager settled it so; null: nothing was said, or no manager did. */
  reason: string | null;
}

/** @see F1 */
export interface Completed extends Marked {
  state: 'completed';
  actualMinutes: number;
}

/** @see F3 */
export interface NoShow extends Marked {
  state: 'no-show';
  /** Who did not come. */
  of: Side;
}

/** How a manager settles a booking. @see F4 F5 */
export type Outcome = { kind: 'completed'; minutes: number } | { kind: 'no-show'; of: Side };

export interface Declined extends Always {
  state: 'declined';
  bySide: Side;
  reason: string | null;
  endedAt: Instant;
}

export interface Expired extends Always {
  state: 'expired';
  /** Whose answer did not come. */
  awaited: Side;
  endedAt: Instant;
}

export interface Withdrawn extends Always {
  state: 'withdrawn';
  endedAt: Instant;
}

export interface Cancelled extends Always {
  state: 'cancelled';
  /** `membership`: a suspension or the end of a membership. @see P4 */
  bySide: Side | 'membership';
  reason: string | null;
  endedAt: Instant;
  /** The state it was cancelled from. */
  from: 'pending' | 'accepted';
}

export type Pending = AwaitingMentor | AwaitingMentee;

/** One agreed or hoped-for hour between a mentee and a mentor. On screen: "session". @see B3 */
export type Booking =
  Pending | Accepted | Completed | NoShow | Declined | Expired | Withdrawn | Cancelled;

export type BookingState = Booking['state'];
