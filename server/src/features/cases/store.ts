import { toText, type Booking, type Instant } from '@confab/shared';
import type { Tx } from '../../db/database.ts';
import type { OpenCaseTable } from '../../db/tables/afterwards.ts';

type Kind = OpenCaseTable['kind'];

/** What waits of a booking; null: nothing. */
export async function caseOf(tx: Tx, bookingId: string): Promise<Kind | null> {
  const row = await tx
    .selectFrom('open_case')
    .select('kind')
    .where('booking_id', '=', bookingId)
    .executeTakeFirst();
  return row?.kind ?? null;
}

export async function openCase(tx: Tx, booking: Booking, kind: Kind, at: Instant): Promise<void> {
  const values = { program_id: booking.programId, kind, opened_at: toText(at) };
  await tx
    .insertInto('open_case')
    .values({ booking_id: booking.id, ...values })
    .execute();
}

export async function closeCase(tx: Tx, bookingId: string): Promise<void> {
  await tx.deleteFrom('open_case').where('booking_id', '=', bookingId).execute();
}

/** Bookings whose cases were opened for having been forgotten, and whose ends are not before then. */
export async function forgottenSince(tx: Tx, end: Instant): Promise<string[]> {
  const rows = await tx
    .selectFrom('open_case')
    .innerJoin('booking', 'booking.id', 'open_case.booking_id')
    .select('open_case.booking_id as id')
    .where('open_case.kind', '=', 'forgotten')
    .where('booking.ends_at', '>', toText(end))
    .execute();
  return rows.map((row) => row.id);
}
