import { sql } from 'kysely';
import type { BookingView } from '@confab/shared/protocol';
import { askedOften } from '../../db/asked-often.ts';
import type { Tx } from '../../db/database.ts';
import { oneOf } from '../../db/list.ts';
import { hasReviewed, reviewedAmong } from '../reviews/queries.ts';
import { bookingOf, kept, type BookingRow } from './document.ts';
import { sides } from './sides.ts';

/** Bookings as their two people see them, before which ones is said. */
const views = (tx: Tx) =>
  tx
    .selectFrom('booking')
    .innerJoin('program', 'program.id', 'booking.program_id')
    .select([...kept, 'program.name as programName']);

type ViewRow = BookingRow & { programName: string };

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

/** Of each side the newest and what is live, each by its index: whoever has thousands has few of these. */
const shownOf = askedOften((tx, viewer: string, latest: number) => {
  const newest = sql`order by requested_at desc, id limit ${latest}`;
  const eachNewest = sides.map(
    ({ own }) => sql`select * from (select id, requested_at from booking
      where ${sql.ref(own)} = ${viewer} ${newest}) as newest`,
  );
  const live = sides.map(
    ({ own }) => sql`select id from booking
      where ${sql.ref(own)} = ${viewer} and state in ('pending', 'accepted')`,
  );
  return views(tx)
    .select('requested_at')
    .where(
      sql<boolean>`booking.id in (${sql.join(live, sql` union `)} union
        select id from (${sql.join(eachNewest, sql` union all `)} ${newest}) as newest)`,
    )
    .orderBy('requested_at', 'desc')
    .orderBy('booking.id');
});

/** What a snapshot holds of this person's bookings: the latest, and older ones that are live. */
export async function liveViews(tx: Tx, viewer: string, latest: number): Promise<BookingView[]> {
  const rows = await shownOf(tx, viewer, latest);
  const isLive = ({ state }: ViewRow) => state === 'pending' || state === 'accepted';
  return viewsOf(
    tx,
    viewer,
    rows.filter((row, index) => index < latest || isLive(row)),
  );
}

/** These bookings, in no order. */
export const viewRows: (tx: Tx, ids: readonly string[]) => Promise<ViewRow[]> = askedOften(
  (tx, ids: readonly string[]) => views(tx).where(oneOf(tx, 'booking.id', ids)),
);
