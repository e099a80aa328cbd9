import { sql } from 'kysely';
import type { BookingJson, BookingView } from '@confab/shared/protocol';
import { askedOften } from '../../db/asked-often.ts';
import type { Tx } from '../../db/database.ts';
import { oneOf } from '../../db/list.ts';
import { reviewedBy } from '../reviews/queries.ts';
import { bookingOf, kept, type BookingRow } from './document.ts';
import { sides } from './sides.ts';

/** Bookings as one of their two people sees them, before which ones is said. */
const views = (tx: Tx, viewer: string) =>
  tx
    .selectFrom('booking')
    .innerJoin('program', 'program.id', 'booking.program_id')
    .select([...kept, 'program.name as programName', reviewedBy(viewer).as('reviewed')]);

type ViewRow = BookingRow & { programName: string; reviewed: 0 | 1 };

/** What cannot be read is left out. */
export async function viewsOf(tx: Tx, rows: readonly ViewRow[]): Promise<BookingView[]> {
  const found: BookingView[] = [];
  for (const row of rows) {
    const booking = await bookingOf(tx, row);
    if (booking) found.push(viewOf(row, booking));
  }
  return found;
}

const viewOf = ({ programName, reviewed }: ViewRow, booking: BookingJson): BookingView => ({
  booking,
  programName,
  reviewed: reviewed === 1,
});

/** A booking as its two people see it; null for everybody else, and where it cannot be read. */
export async function viewFor(tx: Tx, viewer: string, id: string): Promise<BookingView | null> {
  const [row] = await viewById(tx, viewer, id);
  const booking = row && (await bookingOf(tx, row));
  if (!booking || (booking.mentorId !== viewer && booking.menteeId !== viewer)) return null;
  return viewOf(row, booking);
}

const viewById = askedOften((tx, viewer: string, id: string) =>
  views(tx, viewer).where('booking.id', '=', id),
);

const isLive = sql<boolean>`state in ('pending', 'accepted')`;

/**
 * Of each side what is live, from its index to the rows; and what is not, of the newest of both: whoever
 * has thousands has few of these.
 */
const shownOf = askedOften((tx, viewer: string, latest: number) => {
  const newest = sql`order by requested_at desc, id limit ${latest}`;
  const eachNewest = sides.map(
    ({ own }) => sql`select * from (select id, state, requested_at from booking
      where ${sql.ref(own)} = ${viewer} ${newest}) as newest`,
  );
  const past = sql<boolean>`booking.id in (select id from
    (${sql.join(eachNewest, sql` union all `)} ${newest}) as newest where not ${isLive})`;
  return sides.reduce(
    (all, { own }) => all.unionAll(views(tx, viewer).where(own, '=', viewer).where(isLive)),
    views(tx, viewer).where(past),
  );
});

/** What a snapshot holds of this person's bookings, in no order: the latest, and older ones that are live. */
export const liveViews = async (tx: Tx, viewer: string, latest: number): Promise<BookingView[]> =>
  viewsOf(tx, await shownOf(tx, viewer, latest));

/** These bookings, in no order. */
export const viewRows = askedOften((tx, viewer: string, ids: readonly string[]) =>
  views(tx, viewer).where(oneOf(tx, 'booking.id', ids)),
);
