import { sql, type Selectable } from 'kysely';
import { reviewCounts, type Booking, type Rating } from '@confab/shared';
import type { ReviewView } from '@confab/shared/protocol';
import { askedOften } from '../../db/asked-often.ts';
import type { Tx } from '../../db/database.ts';
import type { ReviewTable } from '../../db/tables/afterwards.ts';

export type ReviewRow = Selectable<ReviewTable>;

/** The database keeps a whole number; what is written is checked to be a rating. */
export const ratingOf = ({ rating }: Pick<ReviewRow, 'rating'>): Rating => rating as Rating;

export const reviewView = (row: ReviewRow): ReviewView => ({
  rating: ratingOf(row),
  text: row.text,
  writtenAt: row.written_at,
});

/** The one review that this person wrote of this booking, counting or not; or null. @see F6 */
export async function reviewBy(
  tx: Tx,
  bookingId: string,
  authorId: string,
): Promise<ReviewRow | null> {
  const [row] = await byAuthor(tx, bookingId, authorId);
  return row ?? null;
}

const byAuthor = askedOften((tx, bookingId: string, authorId: string) =>
  tx
    .selectFrom('review')
    .selectAll()
    .where('booking_id', '=', bookingId)
    .where('author_id', '=', authorId),
);

/** Is the session completed, and has this person reviewed it? @see F6 */
export const hasReviewed = async (
  tx: Tx,
  personId: string,
  booking: Pick<Booking, 'id' | 'state'>,
): Promise<boolean> => reviewCounts(booking) && (await reviewBy(tx, booking.id, personId)) !== null;

/** The same of a row of `booking`, in SQL: 1 or 0. @see F6 */
export const reviewedBy = (personId: string) => sql<0 | 1>`case when booking.state = 'completed'
  and exists (select 1 from review where booking_id = booking.id and author_id = ${personId})
  then 1 else 0 end`;

/** The mentee's review of this session, while it counts; or null. @see F6 */
export async function reviewOfMentor(tx: Tx, bookingId: string): Promise<ReviewView | null> {
  const row = await tx
    .selectFrom('review')
    .selectAll()
    .where('booking_id', '=', bookingId)
    .where('by_side', '=', 'mentee')
    .where('counts', '=', 1)
    .executeTakeFirst();
  return row ? reviewView(row) : null;
}

/** Of a notice that the mentee has written: does that review stand, and is it the one it told of? @see F6 */
export const reviewStands = sql<boolean>`exists (select 1 from review
  where review.booking_id = notice.booking_id and review.by_side = 'mentee'
  and review.counts = 1 and review.written_at = notice.told_at)`;

/**
 * How many reviews that count each mentor of a program has, and what their ratings add up to; of
 * one mentor only, if one is named. @see F6
 */
export async function ratingsIn(
  tx: Tx,
  programId: string,
  only?: string,
): Promise<Map<string, { count: number; sum: number }>> {
  let rows = tx
    .selectFrom('mentor_rating')
    .select(['mentor_id', 'count', 'sum'])
    .where('program_id', '=', programId);
  if (only !== undefined) rows = rows.where('mentor_id', '=', only);
  return new Map((await rows.execute()).map((row) => [row.mentor_id, row]));
}
