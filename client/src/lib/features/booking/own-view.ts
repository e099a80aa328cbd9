import { sideOf, type Booking } from '@confab/shared';
import type { PersonCard } from '@confab/shared/protocol';
import { live } from '#lib/live/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { viewerZone } from '#lib/ui/time/zone.ts';
import type { Viewpoint } from './words/viewpoint.ts';

/** The signed-in person's side of a booking, and the card of the other one. */
export interface OwnView extends Viewpoint {
  other: PersonCard;
}

/**
 * @param people cards that came with the booking, for those whom nothing live mentions
 * @returns null for nobody of this booking
 */
export function ownView(booking: Booking, people: PersonCard[] = []): OwnView | null {
  const side = live.me && sideOf(booking, live.me.id);
  if (!side) return null;
  const id = side === 'mentor' ? booking.menteeId : booking.mentorId;
  const known = live.person(id) ?? people.find((one) => one.id === id);
  const zone = viewerZone();
  const unknown = side === 'mentor' ? m.booking_mentee() : m.booking_mentor();
  return { side, zone, other: known ?? { id, name: unknown, portrait: null, zone } };
}
