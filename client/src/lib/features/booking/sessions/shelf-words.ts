import type { BookingShelf } from '@confab/shared';
import { m } from '#lib/paraglide/messages.js';

/** The shelves in their order, and their names. */
export const shelfNames: Record<BookingShelf, () => string> = {
  pending: m.booking_shelf_pending,
  upcoming: m.booking_shelf_upcoming,
  past: m.booking_shelf_past,
  cancelled: m.booking_shelf_cancelled,
};

export const shelfOrder: BookingShelf[] = ['pending', 'upcoming', 'past', 'cancelled'];

/** What will be on an empty shelf. */
export const emptyShelf: Record<BookingShelf, { title: () => string; text: () => string }> = {
  pending: { title: m.booking_empty_pending_title, text: m.booking_empty_pending },
  upcoming: { title: m.booking_empty_upcoming_title, text: m.booking_empty_upcoming },
  past: { title: m.booking_empty_past_title, text: m.booking_empty_past },
  cancelled: { title: m.booking_empty_cancelled_title, text: m.booking_empty_cancelled },
};
