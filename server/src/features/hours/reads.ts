import {
  fromText,
  latest,
  nextOpenTime,
  openTimes,
  toText,
  type Booking,
  type Instant,
  type Interval,
  type ProgramSettings,
} from '@confab/shared';
import type { Tx } from '../../db/database.ts';
import type { QueryContext } from '../../command/context.ts';
import type { QueryHandlers } from '../../command/handlers.ts';
import { bookingById, heldBy, pendingBetween } from '../bookings/queries.ts';
import { relationOf } from '../chat/queries.ts';
import { isAdmin, personRow } from '../people/queries.ts';
import { availableMentors, membership, settingsOf } from '../programs/queries.ts';
import { freeMentors, hoursOf, timesAskedOf } from './queries.ts';

const notFound = { ok: false, code: 'not-found' } as const;
/** Hours in one answer at most: five weeks. */
const longest = 35 * 24;

/** When mentors are free. It never says with whom, what or where they are not. @see A6 B6 */
export const hoursReads = {
  'hours.mine': async ({ tx, actorId }) => ({
    ok: true,
    value: { hours: await hoursOf(tx, actorId) },
  }),

  'times.open': async (context, { programId, mentorId, from, until, minutes, bookingId }) => {
    const { tx, actorId, now } = context;
    const settings = await settingsFor(tx, programId, actorId);
    const mentor = await membership(tx, programId, mentorId);
    if (!settings || mentor?.role !== 'mentor' || mentor.status !== 'active') return notFound;
    const moved = bookingId === undefined ? null : await bookingById(tx, bookingId);
    if (bookingId !== undefined && !isOf(moved, { programId, mentorId, actorId })) return notFound;
    const range = rangeOf(from, until);
    if (!range) return { ok: false, code: 'malformed', field: 'until' };
    const zone = (await personRow(tx, mentorId))?.zone ?? 'UTC';
    const taken = await takenFrom(context, mentorId, moved);
    const within = async (times: { from: Instant; until: Instant }) => {
      const asked = { settings, ...times, duration: minutes, now };
      const beside = { taken, except: moved?.id ?? null };
      return (await timesAskedOf(tx, [{ id: mentorId, zone }], asked, beside)).get(mentorId);
    };
    const asked = await within(range);
    const none = { hasHours: asked !== undefined, zone, starts: [], next: null };
    // A booking that is there may be moved, whatever the mentor's status is by now.
    const mayAsk = moved || mentorId === actorId || (await takesRequests(context, mentor));
    if (!asked || !mayAsk) return { ok: true, value: none };
    const starts = openTimes(asked).map(toText);
    if (starts.length > 0) return { ok: true, value: { ...none, starts } };
    const horizon = now.add({ hours: settings.bookingHorizon * 24 + 1 });
    const later = await within({ from: range.until, until: latest(horizon, range.until) });
    const next = later && nextOpenTime(later);
    return { ok: true, value: { ...none, next: next ? toText(next) : null } };
  },

  'times.free': async ({ tx, actorId, now }, { programId, from, until, minutes }) => {
    const settings = await settingsFor(tx, programId, actorId);
    if (!settings) return notFound;
    const range = rangeOf(from, until);
    if (!range) return { ok: false, code: 'malformed', field: 'until' };
    const mentors = await availableMentors(tx, programId);
    const asked = { settings, ...range, duration: minutes, now };
    const free = await freeMentors(tx, mentors, asked);
    return async () => ({ ok: true, value: { mentorIds: await free() } });
  },
} satisfies Partial<QueryHandlers>;

/** Is it a booking of this mentor's in this program, and the asker's own? */
function isOf(
  booking: Booking | null,
  at: { programId: string; mentorId: string; actorId: string },
): boolean {
  if (!booking || booking.programId !== at.programId || booking.mentorId !== at.mentorId)
    return false;
  return at.actorId === booking.mentorId || at.actorId === booking.menteeId;
}

/** What the mentee's side takes: the asker's, or theirs whose booking is to be moved. @see A4 B6 */
async function takenFrom(
  { tx, actorId, now }: QueryContext,
  mentorId: string,
  moved: Booking | null,
): Promise<Interval[]> {
  const menteeId = moved?.menteeId ?? actorId;
  if (menteeId === mentorId) return [];
  const except = moved?.id ?? null;
  const held = await heldBy(tx, menteeId, now, except);
  return [...held, ...(await pendingBetween(tx, menteeId, mentorId, except))];
}

/** The settings of a program that this person may see; null otherwise. */
async function settingsFor(
  tx: Tx,
  programId: string,
  personId: string,
): Promise<ProgramSettings | null> {
  const own = await membership(tx, programId, personId);
  const isVisible = own?.status === 'active' || (await isAdmin(tx, personId));
  return isVisible ? settingsOf(tx, programId) : null;
}

/** Null where it ends before it begins, or is too long to be answered. */
function rangeOf(from: string, until: string): { from: Instant; until: Instant } | null {
  const [start, end] = [fromText(from), fromText(until)];
  const hours = start.until(end).total('hours');
  return hours >= 0 && hours <= longest ? { from: start, until: end } : null;
}

/** May the asker request at all, as far as the mentor's status goes? @see P3 */
async function takesRequests(
  { tx, actorId, now }: QueryContext,
  { person_id: mentorId, availability }: { person_id: string; availability: string },
): Promise<boolean> {
  if (availability === 'available') return true;
  if (availability === 'away') return false;
  const relation = await relationOf(tx, actorId, mentorId, now);
  return relation.conversation || relation.booking;
}
