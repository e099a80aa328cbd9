import type { Instant } from '../../time/index.ts';
import type { Side } from '../booking.ts';
import type { BookingFacts } from '../facts.ts';

/** What a person's command on a booking is decided with. */
export interface Context {
  side: Side;
  now: Instant;
  facts: BookingFacts;
}
