import type { BookingView } from '@confab/shared/protocol';
import { askedOften } from '../../db/asked-often.ts';
import type { Tx } from '../../db/database.ts';
import { hasReviewed, reviewedAmong } from '../reviews/queries.ts';
import { bookingOf, kept, type BookingRow } from './document.ts';
import { sides } from './sides.ts';

/** Bookings as their two people see them, before which ones is said. */
export const views = (tx: Tx) =>
  tx
    .selectFrom('booking')
    .innerJoin('program', 'program.id', 'booking.program_id')
    .select([...kept, 'program.name as programName']);

export type ViewRow = BookingRow & { programName: string };

/** What cannot be read is left out. */
export async function viewsOf(
  tx: Tx,
  viewer: string,
  rows: readonly ViewRow[],
): Promise<BookingView[]> {
  const found: Omit<BookingView, 'reviewed'>[] = [];
  for (const row of rows) {
    const booking = await bookingOf(tx, row);
    if (booking) found.push({ booking, programName: row.programName });
  }
  const reviewed = await reviewedAmong(
    tx,
    viewer,
    found.map(({ booking }) => booking),
  );
  return found.map((view) => ({ ...view, reviewed: reviewed.has(view.booking.id) }));
}

/** A booking as its two people see it; null for everybody else, and where it cannot be read. */
export async function viewFor(tx: Tx, viewer: string, id: string): Promise<BookingView | null> {
  const [row] = await viewById(tx, id);
  const booking = row && (await bookingOf(tx, row));
  if (!booking || (booking.mentorId !== viewer && booking.menteeId !== viewer)) return null;
  const reviewed = await hasReviewed(tx, viewer, booking);
  return { booking, programName: row.programName, reviewed };
}

const viewById = askedOften((tx, id: string) => views(tx).where('booking.id', '=', id));

/** Each by its index: whoever has thousands has few that are live. */
const bySide = sides.map(({ own }) => ({
  newest: askedOften((tx, viewer: string, latest: number) =>
    views(tx)
      .select('requested_at')
      .where(own, '=', viewer)
      .orderBy('requested_at', 'desc')
      .orderBy('booking.id')
      .limit(latest),
  ),
  live: askedOften((tx, viewer: string) =>
    views(tx).where(own, '=', viewer).where('state', 'in', ['pending', 'accepted']),
  ),
}));

/** What a snapshot holds of this person's bookings: the latest, and older ones that are live. */
export async function liveViews(tx: Tx, viewer: string, latest: number): Promise<BookingView[]> {
  const newest: (ViewRow & { requested_at: string })[] = [];
  const live: ViewRow[] = [];
  for (const side of bySide) {
    newest.push(...(await side.newest(tx, viewer, latest)));
    live.push(...(await side.live(tx, viewer)));
  }
  const shown = newest
    .toSorted((a, b) => compare(b.requested_at, a.requested_at) || compare(a.id, b.id))
    .slice(0, latest);
  const known = new Set(shown.map(({ id }) => id));
  return viewsOf(tx, viewer, [...shown, ...live.filter(({ id }) => !known.has(id))]);
}

/** By bytes, as the store compares ids and times. */
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
