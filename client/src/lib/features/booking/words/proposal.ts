import {
  bookedMinutes,
  standingTerms,
  type Booking,
  type Instant,
  type Offer,
} from '@confab/shared';
import { m } from '#lib/paraglide/messages.js';
import { moment } from '#lib/ui/time/words.ts';
import { changeOnTable } from '../on-table.ts';
import { changeWords } from './change-words.ts';
import { calledName, type Viewpoint } from './viewpoint.ts';
import { whenForBoth } from './when.ts';

/** What a proposal would change, as a sentence to the reader. @see R1 */
export function proposal(
  booking: Booking,
  { by, terms }: Offer,
  viewpoint: Viewpoint,
  now: Instant,
): string {
  const standing = standingTerms(booking);
  const change = changeOnTable(booking);
  const when = whenForBoth(terms.startsAt, viewpoint, now, moment);
  const changes = changeWords(change, when, standing && bookedMinutes(standing));
  const says =
    by === viewpoint.side
      ? m.booking_you_propose({ changes })
      : m.booking_they_propose({ name: calledName(viewpoint.other.name), changes });
  const isOnlyPlace = change && !change.start && change.minutes === null;
  return isOnlyPlace ? `${says} ${m.booking_time_stays()}` : says;
}
