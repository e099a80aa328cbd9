import {
  applyEvent,
  changeBy,
  fromJson,
  sideOf,
  type Booking,
  type BookingEvent,
  type Json,
} from '@confab/shared';
import type { TimelineEntry } from '@confab/shared/protocol';
import type { Selectable } from 'kysely';
import { legible } from '../../db/damage.ts';
import type { BookingEventTable } from '../../db/tables/bookings.ts';

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
function readIn({ revision, document }: Row, before: Booking | null) {
  const event = JSON.parse(document) as Json<BookingEvent>;
  const whole = fromJson<BookingEvent>(event);
  const after = before || revision === 1 ? applyEvent(before, whole) : null;
  return { after, details: { ...detailsOf(event), change: changeBy(before, whole) } };
}

function detailsOf(event: Json<BookingEvent>) {
  const terms = 'terms' in event ? event.terms : 'offer' in event ? event.offer?.terms : undefined;
  return {
    startsAt: terms?.startsAt ?? null,
    reason: 'reason' in event ? event.reason : null,
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
