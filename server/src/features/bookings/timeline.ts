import { sideOf, type Booking, type BookingEvent, type Json } from '@confab/shared';
import type { TimelineEntry } from '@confab/shared/protocol';
import type { Selectable } from 'kysely';
import { legible } from '../../db/damage.ts';
import type { BookingEventTable } from '../../db/tables/bookings.ts';

/**
 * One stored event as the timeline shows it: what, when and who, and what else can be read of it.
 * Of a manager who settled it, it names nobody. @see F4
 */
export function timelineEntry(
  row: Selectable<BookingEventTable>,
  of: Pick<Booking, 'mentorId' | 'menteeId'>,
): TimelineEntry {
  const { booking_id, revision, type, happened_at: at, actor_id: actorId, document } = row;
  const by = actorId !== null && sideOf(of, actorId) ? actorId : null;
  const place = {
    table: 'booking_event',
    id: `${booking_id}, ${String(revision)}`,
    column: 'document',
  } as const;
  const details = legible(place, () => detailsOf(JSON.parse(document) as Json<BookingEvent>));
  return { at, type, by, ...(details ?? nothing) };
}

const nothing = { startsAt: null, reason: null, location: null, minutes: null, missed: null };

function detailsOf(event: Json<BookingEvent>) {
  const terms = 'terms' in event ? event.terms : 'offer' in event ? event.offer?.terms : undefined;
  return {
    startsAt: terms?.startsAt ?? null,
    reason: 'reason' in event ? event.reason : null,
    location: terms?.location ?? null,
    minutes: minutesOf(event),
    missed: missedIn(event),
  };
}

function minutesOf(event: Json<BookingEvent>): number | null {
  if ('actualMinutes' in event) return event.actualMinutes;
  if ('minutes' in event) return event.minutes;
  return 'outcome' in event && event.outcome.kind === 'completed' ? event.outcome.minutes : null;
}

function missedIn(event: Json<BookingEvent>) {
  if (event.type === 'marked-no-show') return event.of;
  return 'outcome' in event && event.outcome.kind === 'no-show' ? event.outcome.of : null;
}
