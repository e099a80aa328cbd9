import { sql } from 'kysely';
import { toText, type BookingState, type Instant, type SessionFilter } from '@confab/shared';
import type { BookingView, Shelf } from '@confab/shared/protocol';
import type { Tx } from '../../db/database.ts';
import { soughtBy } from './sought.ts';
import { viewRows, viewsOf } from './views.ts';

/** Where a booking stands on its shelf. */
export interface Place {
  startsAt: string;
  id: string;
}

const statesOf: Record<Shelf, readonly BookingState[]> = {
  pending: ['pending'],
  upcoming: ['accepted'],
  past: ['completed', 'no-show', 'accepted'],
  cancelled: ['declined', 'expired', 'withdrawn', 'cancelled'],
};

/** What a shelf's page is of. @param before where the page before ended; null: from the start */
interface Asked {
  shelf: Shelf;
  before: Place | null;
  filter: SessionFilter;
}

/**
 * One page of a shelf in its order.
 * @returns `next`: where the page ends, if there is more
 * @see L1 L2
 */
export async function shelfPage(
  tx: Tx,
  viewer: string,
  asked: Asked,
  now: Instant,
  length: number,
): Promise<{ bookings: BookingView[]; next: Place | null }> {
  const places = await placesOn(tx, viewer, asked, now, length + 1);
  const page = places.slice(0, length);
  const rows = await viewRows(
    tx,
    viewer,
    page.map(({ id }) => id),
  );
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return {
    bookings: await viewsOf(
      tx,
      page.flatMap(({ id }) => rowOf.get(id) ?? []),
    ),
    next: places.length > length ? (page.at(-1) ?? null) : null,
  };
}

/**
 * Of each side and state the first few, by its index; of these the first few. Where a text is looked
 * for, a side's states are gone through together.
 */
async function placesOn(
  tx: Tx,
  viewer: string,
  { shelf, before, filter }: Asked,
  now: Instant,
  most: number,
): Promise<Place[]> {
  const soonFirst = shelf === 'pending' || shelf === 'upcoming';
  const order = sql.raw(soonFirst ? 'starts_at asc, id' : 'starts_at desc, id');
  const [beyond, orAt] = soonFirst ? [sql.raw('>'), sql.raw('>=')] : [sql.raw('<'), sql.raw('<=')];
  const after = before
    ? sql`and starts_at ${orAt} ${before.startsAt}
        and (starts_at ${beyond} ${before.startsAt} or id > ${before.id})`
    : sql``;
  const closed = sql`and (state != 'accepted' or closes_at ${sql.raw(shelf === 'upcoming' ? '>' : '<=')} ${toText(now)})`;
  const sought = await soughtBy(tx, viewer, filter);
  const groups = sought.searches ? [statesOf[shelf]] : statesOf[shelf].map((state) => [state]);
  const some = sought.sides.flatMap((side) =>
    groups.map(
      (states) => sql`select * from (select id, starts_at from booking
        where ${sought.is(side)} and state in (${sql.join(states)})
          ${states.includes('accepted') ? closed : sql``} ${after}
        order by ${order} limit ${most}) as first_few`,
    ),
  );
  const { rows } = await sql<Place>`${sought.before}
    select id, starts_at as "startsAt" from (${sql.join(some, sql` union all `)}) as places
    order by ${order} limit ${most}`.execute(tx);
  return rows;
}
