import type { Booking } from '@confab/shared';
import { askedOften } from '../../db/asked-often.ts';
import type { Tx } from '../../db/database.ts';
import { bookingsOf, kept } from '../bookings/queries.ts';

/** How many cases wait in each program that this person manages; those with none are left out. */
export async function openCases(tx: Tx, personId: string): Promise<Record<string, number>> {
  const rows = await counted(tx, personId);
  return Object.fromEntries(rows.map(({ programId, cases }) => [programId, Number(cases)]));
}

const counted = askedOften((tx, personId: string) =>
  tx
    .selectFrom('membership')
    .innerJoin('open_case', 'open_case.program_id', 'membership.program_id')
    .select((select) => [
      'membership.program_id as programId',
      select.fn.countAll<number | string>().as('cases'),
    ])
    .where('membership.person_id', '=', personId)
    .where('membership.role', '=', 'manager')
    .where('membership.status', '=', 'active')
    .groupBy('membership.program_id')
    .orderBy('membership.program_id'),
);

/** Since when a session waits; null: it does not. */
export async function openedAt(tx: Tx, bookingId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('open_case')
    .select('opened_at')
    .where('booking_id', '=', bookingId)
    .executeTakeFirst();
  return row?.opened_at ?? null;
}

interface OpenCase {
  booking: Booking;
  kind: 'contested' | 'forgotten';
  openedAt: string;
}

/** A program's open cases, the longest open first; those after the one named, which is of it. */
export async function casesAfter(
  tx: Tx,
  programId: string,
  after: string | null,
  limit: number,
): Promise<OpenCase[] | null> {
  let rows = tx
    .selectFrom('open_case')
    .innerJoin('booking', 'booking.id', 'open_case.booking_id')
    .select([...kept, 'open_case.kind', 'open_case.opened_at'])
    .where('open_case.program_id', '=', programId)
    .orderBy('open_case.opened_at')
    .orderBy('open_case.booking_id')
    .limit(limit);
  if (after !== null) {
    const last = await tx
      .selectFrom('open_case')
      .select(['opened_at', 'booking_id'])
      .where('booking_id', '=', after)
      .where('program_id', '=', programId)
      .executeTakeFirst();
    if (!last) return null;
    rows = rows.where((where) =>
      where.or([
        where('open_case.opened_at', '>', last.opened_at),
        where.and([
          where('open_case.opened_at', '=', last.opened_at),
          where('open_case.booking_id', '>', last.booking_id),
        ]),
      ]),
    );
  }
  const found: OpenCase[] = [];
  for (const row of await rows.execute()) {
    // What cannot be read is left out.
    const [booking] = await bookingsOf(tx, [row]);
    if (booking) found.push({ booking, kind: row.kind, openedAt: row.opened_at });
  }
  return found;
}
