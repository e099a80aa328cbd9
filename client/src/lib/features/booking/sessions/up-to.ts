import { toText } from '@confab/shared';
import type { LiveBooking } from '#lib/live/index.ts';

/** Where a booking stands on its shelf: latest first, ids among equals. */
export interface Place {
  startsAt: string;
  id: string;
}

/**
 * Of a shelf in its order what stands no later than a place: what lies beyond comes with its page,
 * so that nothing appears between what was read already.
 */
export function upTo(place: Place | null, shelf: LiveBooking[]): LiveBooking[] {
  if (!place) return shelf;
  return shelf.filter(({ booking: { id, terms } }) => {
    const startsAt = toText(terms.startsAt);
    return startsAt > place.startsAt || (startsAt === place.startsAt && id <= place.id);
  });
}
