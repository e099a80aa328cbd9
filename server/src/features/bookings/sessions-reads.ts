import { fromText, type Instant } from '@confab/shared';
import type { QueryHandlers } from '../../command/handlers.ts';
import { cards } from '../people/queries.ts';
import { programNames } from '../programs/queries.ts';
import { calendarOf } from './calendar-range.ts';
import { metBy } from './met.ts';
import { shelfCounts } from './shelf-counts.ts';
import { shelfPage } from './shelf-page.ts';

const pageLength = 20;
/** People to choose from at most: the latest. All others are found by their names. */
const mostPeople = 200;
/** Hours in one answer at most: six weeks, one of them with an hour more. */
const longest = 42 * 24 + 1;

/** A person's own sessions: a page of a shelf, how many there are, a range of time. @see L1 L2 L3 */
export const sessionsReads = {
  'booking.list': async ({ tx, actorId, now }, asked) => {
    const { bookings, next } = await shelfPage(tx, actorId, asked, now, pageLength);
    const people = bookings.flatMap(({ booking }) => [booking.mentorId, booking.menteeId]);
    return { ok: true, value: { bookings, people: await cards(tx, people), next } };
  },

  'booking.counts': async ({ tx, actorId, now }, { filter }) => ({
    ok: true,
    value: await shelfCounts(tx, actorId, filter, now),
  }),

  'booking.met': async ({ tx, actorId }) => {
    const met = await metBy(tx, actorId);
    const people = [...new Set(met.map(({ other_id }) => other_id))].slice(0, mostPeople);
    return {
      ok: true,
      value: {
        people: await cards(tx, people),
        programs: await programNames(
          tx,
          met.map(({ program_id }) => program_id),
        ),
        sides: [...new Set(met.map(({ side }) => side))],
      },
    };
  },

  'booking.calendar': async ({ tx, actorId }, { from, until, filter }) => {
    const range = rangeOf(from, until);
    if (!range) return { ok: false, code: 'malformed', field: 'until' };
    const sessions = await calendarOf(tx, actorId, range, filter);
    return {
      ok: true,
      value: {
        sessions,
        people: await cards(
          tx,
          sessions.map((one) => one.with),
        ),
      },
    };
  },
} satisfies Partial<QueryHandlers>;

/** Null where it ends before it begins, or is too long to be answered. */
function rangeOf(from: string, until: string): { from: Instant; until: Instant } | null {
  const [start, end] = [fromText(from), fromText(until)];
  const hours = start.until(end).total('hours');
  return hours >= 0 && hours <= longest ? { from: start, until: end } : null;
}
