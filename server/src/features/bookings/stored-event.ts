import { fromJson, fromText, type BookingEvent, type Json } from '@confab/shared';
import type { Selectable } from 'kysely';
import type { BookingEventTable } from '../../db/tables/bookings.ts';

/** A stored event in the domain's shape. Documents hold `at` as text: the row says it, too. */
export const eventIn = ({
  document,
  happened_at,
}: Pick<Selectable<BookingEventTable>, 'document' | 'happened_at'>): BookingEvent => ({
  ...fromJson<BookingEvent>(JSON.parse(document) as Json<BookingEvent>),
  at: fromText(happened_at),
});
