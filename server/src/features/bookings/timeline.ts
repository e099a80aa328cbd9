import {
  applyEvent,
  changeBy,
  sideOf,
  toText,
  type Booking,
  type BookingEvent,
} from '@confab/shared';
import type { TimelineEntry } from '@confab/shared/protocol';
import type { Selectable } from 'kysely';
import { legible } from '../../db/damage.ts';
import type { BookingEventTable } from '../../db/tables/bookings.ts';
import { eventIn } from './stored-event.ts';

type Row = Selectable<BookingEventTable>;

/**
 * A booking's stored events as the timeline shows them: what, when and who, and what else can be
 * read of each. Of a manager who settled it, they name nobody. @see F4
 */
export function timelineOf(
  rows: readonly Row[],
  of: Pick<Booking, 'mentorId' | 'menteeId'>,
): TimelineEntry[] {
  let before: Booking | null = null;
  return rows.map((row) => {
    const { type, happened_at: at, actor_id: actorId } = row;
    const by = actorId !== null && sideOf(of, actorId) ? actorId : null;
    const read = legible(placeOf(row), () => readIn(row, before));
    before = read && read.after;
    return { at, type, by, ...(read?.details ?? nothing) };
  });
}

const placeOf = ({ booking_id, revision }: Row) => ({
  table: 'booking_event' as const,
  id: `${booking_id}, ${String(revision)}`,
  column: 'document',
});

const nothing = { startsAt: null, reason: null, change: null, minutes: null, missed: null };

/** @param before null: nothing was before, or it could not be read */
function readIn(row: Row, before: Booking | null) {
  const event = eventIn(row);
  const after = before || row.revision === 1 ? applyEvent(before, event) : null;
  return { after, details: { ...detailsOf(event), change: changeBy(before, event) } };
}

function detailsOf(event: BookingEvent) {
  const terms = 'terms' in event ? event.terms : 'offer' in event ? event.offer?.terms : undefined;
  return {
    startsAt: terms ? toText(terms.startsAt) : null,
    reason: 'reason' in event ? event.reason : null,
    minutes: minutesOf(event),
    missed: missedIn(event),
  };
}

function minutesOf(event: BookingEvent): number | null {
  if ('actualMinutes' in event) return event.actualMinutes;
  if ('minutes' in event) return event.minutes;
  return 'outcome' in event && event.outcome.kind === 'completed' ? event.outcome.minutes : null;
}

function missedIn(event: BookingEvent) {
  if (event.type === 'marked-no-show') return event.of;
  return 'outcome' in event && event.outcome.kind === 'no-show' ? event.outcome.of : null;
}
