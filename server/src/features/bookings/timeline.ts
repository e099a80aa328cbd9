import type { BookingEvent, Json } from '@confab/shared';
import type { TimelineEntry } from '@confab/shared/protocol';
import type { Selectable } from 'kysely';
import { legible } from '../../db/damage.ts';
import type { BookingEventTable } from '../../db/tables.ts';

/** One stored event as the timeline shows it: what, when and who, and what else can be read of it. */
export function timelineEntry(row: Selectable<BookingEventTable>): TimelineEntry {
  const { booking_id, revision, type, happened_at: at, actor_id: by, document } = row;
  const place = {
    table: 'booking_event',
    id: `${booking_id}, ${String(revision)}`,
    column: 'document',
  } as const;
  const details = legible(place, () => detailsOf(JSON.parse(document) as Json<BookingEvent>));
  return { at, type, by, ...(details ?? nothing) };
}

const nothing = { startsAt: null, reason: null, location: null, minutes: null };

function detailsOf(event: Json<BookingEvent>) {
  const terms = 'terms' in event ? event.terms : 'offer' in event ? event.offer?.terms : undefined;
  return {
    startsAt: terms?.startsAt ?? null,
    reason: 'reason' in event ? event.reason : null,
    location: terms?.location ?? null,
    minutes:
      'actualMinutes' in event ? event.actualMinutes : 'minutes' in event ? event.minutes : null,
  };
}
