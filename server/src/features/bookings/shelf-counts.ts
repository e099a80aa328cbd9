import { sql } from 'kysely';
import { toText, type BookingState, type Instant, type SessionFilter } from '@confab/shared';
import type { Shelf } from '@confab/shared/protocol';
import type { Tx } from '../../db/database.ts';
import { soughtBy } from './sought.ts';

/** How many bookings of each state there are, and of how many the room has not closed. */
interface Tally {
  state: BookingState;
  all: number;
  open: number;
}

/** How many of a person's sessions are on each shelf. @see L1 L2 */
export async function shelfCounts(
  tx: Tx,
  viewer: string,
  filter: SessionFilter,
  now: Instant,
): Promise<Record<Shelf, number>> {
  const sought = await soughtBy(tx, viewer, filter);
  const counted = sought.sides.map(
    (side) => sql`select state, count(*) as "all",
      sum(case when closes_at > ${toText(now)} then 1 else 0 end) as "open"
      from booking where ${sought.is(side)} group by state`,
  );
  const { rows } = await sql<Tally>`${sought.before}${sql.join(counted, sql` union all `)}`.execute(
    tx,
  );
  const counts = { pending: 0, upcoming: 0, past: 0, cancelled: 0 };
  for (const { state, all, open } of rows)
    switch (state) {
      case 'pending':
        counts.pending += all;
        break;
      case 'accepted':
        counts.upcoming += open;
        counts.past += all - open;
        break;
      case 'completed':
      case 'no-show':
        counts.past += all;
        break;
      default:
        counts.cancelled += all;
    }
  return counts;
}
