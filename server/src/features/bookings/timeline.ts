import type { BookingEvent, Json } from '@confab/shared';
import type { TimelineEntry } from '@confab/shared/protocol';

/** One stored event as the timeline shows it. */
export function timelineEntry(row: {
  type: string;
  actor_id: string | null;
  happened_at: string;
  document: string;
}): TimelineEntry {
  const event = JSON.parse(row.document) as Json<BookingEvent>;
  const terms = 'terms' in event ? event.terms : 'offer' in event ? event.offer?.terms : undefined;
  return {
    at: row.happened_at,
    type: row.type,
    by: row.actor_id,
    startsAt: terms?.startsAt ?? null,
    reason: 'reason' in event ? event.reason : null,
    location: terms?.location ?? null,
    minutes:
      'actualMinutes' in event ? event.actualMinutes : 'minutes' in event ? event.minutes : null,
  };
}
