import { randomUUID } from 'node:crypto';
import { isMarked, toText, type Booking, type Instant } from '@confab/shared';
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

/** Keeps who settled what, from what to what, and why. @see F4 */
export async function writeAudit(
  tx: Tx,
  {
    before,
    after,
    actorId,
    reason,
  }: { before: Booking; after: Booking; actorId: string; reason: string | null },
  now: Instant,
): Promise<void> {
  await tx
    .insertInto('audit_entry')
    .values({
      id: randomUUID(),
      program_id: after.programId,
      booking_id: after.id,
      actor_id: actorId,
      deed: 'booking.settle',
      before: JSON.stringify(said(before)),
      after: JSON.stringify(said(after)),
      reason,
      happened_at: toText(now),
    })
    .execute();
}

/** How a booking says that its session went. */
function said(booking: Booking) {
  if (!isMarked(booking)) return { state: booking.state };
  const by = { markedBySide: booking.markedBySide, contested: booking.contest !== null };
  return booking.state === 'completed'
    ? { state: booking.state, minutes: booking.actualMinutes, ...by }
    : { state: booking.state, of: booking.of, ...by };
}
