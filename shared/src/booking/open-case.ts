import { isBefore, type Instant } from '../time/index.ts';
import type { Booking } from './booking.ts';
import { forgottenAt, isMarked } from './marks.ts';

/** What of a booking waits for a manager now; null: nothing does. @see F2 F3 F5 */
export function openCaseOf(booking: Booking, now: Instant): 'contested' | 'forgotten' | null {
  if (isMarked(booking)) return booking.contest ? 'contested' : null;
  const isForgotten = booking.state === 'accepted' && !isBefore(now, forgottenAt(booking));
  return isForgotten ? 'forgotten' : null;
}
