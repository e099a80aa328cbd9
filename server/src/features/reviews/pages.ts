import type { Tx } from '../../db/database.ts';
import type { ReviewRow } from './queries.ts';

interface Wanted {
  programId: string;
  bySide: 'mentor' | 'mentee';
  /** Of this person only. */
  aboutId?: string;
  /** Of everybody but this person. */
  exceptId?: string;
}

/** Reviews that count, newest first, after the one named; null where there is no such one. @see F6 */
export async function reviewsAfter(
  tx: Tx,
  { programId, bySide, aboutId, exceptId }: Wanted,
  before: string | null,
  limit: number,
): Promise<(ReviewRow & { author: string })[] | null> {
  let rows = tx
    .selectFrom('review')
    .innerJoin('person', 'person.id', 'review.author_id')
    .selectAll('review')
    .select('person.name as author')
    .where('review.program_id', '=', programId)
    .where('review.by_side', '=', bySide)
    .where('review.counts', '=', 1)
    .orderBy('review.written_at', 'desc')
    .orderBy('review.id', 'desc')
    .limit(limit);
  if (aboutId !== undefined) rows = rows.where('review.about_id', '=', aboutId);
  if (exceptId !== undefined) rows = rows.where('review.about_id', '!=', exceptId);
  if (before === null) return rows.execute();
  const last = await tx
    .selectFrom('review')
    .select(['id', 'written_at', 'about_id', 'program_id', 'by_side'])
    .where('id', '=', before)
    .executeTakeFirst();
  const isThere = last?.program_id === programId && last.by_side === bySide;
  if (!isThere || (aboutId ?? last.about_id) !== last.about_id) return null;
  return rows
    .where((where) =>
      where.or([
        where('review.written_at', '<', last.written_at),
        where.and([
          where('review.written_at', '=', last.written_at),
          where('review.id', '<', last.id),
        ]),
      ]),
    )
    .execute();
}
