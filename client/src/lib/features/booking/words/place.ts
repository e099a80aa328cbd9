import type { Location } from '@confab/shared';
import { m } from '#lib/paraglide/messages.js';

/** Where a session takes place, in words. */
export function placeWords(location: Location): string {
  switch (location.kind) {
    case 'online':
      return m.booking_online();
    case 'in-person':
      return m.booking_in_person_at({ place: location.place });
    case 'other':
      return location.place === ''
        ? location.name
        : m.booking_other_at({ name: location.name, place: location.place });
  }
}
