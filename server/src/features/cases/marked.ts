import { isMarked, type Completed, type NoShow } from '@confab/shared';
import type { Tx } from '../../db/database.ts';
import { oneOf } from '../../db/list.ts';
import { bookingsOf, kept } from '../bookings/queries.ts';

interface Place {
  startsAt: string;
  id: string;
}

/** A program's marked sessions, of these people or of all, the latest start first. @see F4 */
export async function markedBefore(
  tx: Tx,
  { programId, people }: { programId: string; people: readonly string[] | null },
  before: Place | null,
  limit: number,
): Promise<{ bookings: (Completed | NoShow)[]; next: Place | null }> {
  let rows = tx
    .selectFrom('booking')
    .select([...kept, 'starts_at'])
    .where('program_id', '=', programId)
    .where('state', 'in', ['completed', 'no-show'])
    .orderBy('starts_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (people)
    rows = rows.where((where) =>
      where.or([oneOf(tx, 'mentor_id', people), oneOf(tx, 'mentee_id', people)]),
    );
  if (before)
    rows = rows.where((where) =>
      where.or([
        where('starts_at', '<', before.startsAt),
        where.and([where('starts_at', '=', before.startsAt), where('id', '<', before.id)]),
      ]),
    );
  const found = await rows.execute();
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  return {
    bookings: (await bookingsOf(tx, page)).filter(isMarked),
    next: last ? { startsAt: last.starts_at, id: last.id } : null,
  };
}
