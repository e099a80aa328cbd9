import { randomUUID } from 'node:crypto';
import {
  otherSide,
  reviewCounts,
  toText,
  type Booking,
  type Instant,
  type Rating,
  type Side,
} from '@confab/shared';
import type { Tx } from '../../db/database.ts';

const idOf = ({ mentorId, menteeId }: Booking, side: Side): string =>
  side === 'mentor' ? mentorId : menteeId;

/** Keeps what one of the two writes; what they wrote before keeps its id and its day. @see F6 */
export async function keepReview(
  tx: Tx,
  booking: Booking,
  side: Side,
  written: { rating: Rating; text: string },
  now: Instant,
): Promise<void> {
  await tx
    .insertInto('review')
    .values({
      id: randomUUID(),
      booking_id: booking.id,
      author_id: idOf(booking, side),
      about_id: idOf(booking, otherSide(side)),
      program_id: booking.programId,
      by_side: side,
      counts: reviewCounts(booking) ? 1 : 0,
      written_at: toText(now),
      ...written,
    })
    .onConflict((on) => on.columns(['booking_id', 'author_id']).doUpdateSet(written))
    .execute();
  await recount(tx, booking);
}

export async function dropReview(tx: Tx, booking: Booking, side: Side): Promise<void> {
  await tx
    .deleteFrom('review')
    .where('booking_id', '=', booking.id)
    .where('author_id', '=', idOf(booking, side))
    .execute();
  await recount(tx, booking);
}

/** Lets a booking's reviews count, or no longer, as it now stands. @returns whose have changed with it @see F6 */
export async function letCount(tx: Tx, booking: Booking): Promise<Side[]> {
  const counts = reviewCounts(booking);
  const rows = await tx
    .updateTable('review')
    .set({ counts: counts ? 1 : 0 })
    .where('booking_id', '=', booking.id)
    .where('counts', '=', counts ? 0 : 1)
    .returning('by_side')
    .execute();
  if (rows.length > 0) await recount(tx, booking);
  return rows.map((row) => row.by_side);
}

/** Counts the mentor's reviews in the program anew: every directory shows them. @see F6 */
async function recount(tx: Tx, { programId, mentorId }: Booking): Promise<void> {
  const { count, sum } = await tx
    .selectFrom('review')
    .select(({ fn }) => [
      fn.countAll<number | string>().as('count'),
      fn.sum<number | string | null>('rating').as('sum'),
    ])
    .where('program_id', '=', programId)
    .where('by_side', '=', 'mentee')
    .where('counts', '=', 1)
    .where('about_id', '=', mentorId)
    .executeTakeFirstOrThrow();
  // PostgreSQL gives sums and counts as text.
  const counted = { count: Number(count), sum: Number(sum ?? 0) };
  await tx
    .insertInto('mentor_rating')
    .values({ program_id: programId, mentor_id: mentorId, ...counted })
    .onConflict((on) => on.columns(['program_id', 'mentor_id']).doUpdateSet(counted))
    .execute();
}
