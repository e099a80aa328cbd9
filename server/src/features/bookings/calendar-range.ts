import { sql } from 'kysely';
import {
  isBefore,
  pendingInterval,
  toText,
  type Instant,
  type SessionFilter,
} from '@confab/shared';
import type { CalendarSession } from '@confab/shared/protocol';
import type { Tx } from '../../db/database.ts';
import { programNames } from '../programs/queries.ts';
import { bookingsOf, type BookingRow } from './document.ts';
import { earliest } from './held.ts';
import type { SideColumns } from './sides.ts';
import { soughtBy, type Sought } from './sought.ts';

interface Range {
  from: Instant;
  until: Instant;
}

type Found = Omit<CalendarSession, 'programName'> & { programId: string };

/** What takes place, or may, in a range of instants: its times touch it. @see L3 */
export async function calendarOf(
  tx: Tx,
  viewer: string,
  range: Range,
  filter: SessionFilter,
): Promise<CalendarSession[]> {
  const sought = await soughtBy(tx, viewer, filter);
  const some = sought.sides.flatMap((side) => [
    agreed(sought, side, range),
    hopedFor(sought, side),
  ]);
  const { rows } = await sql<Row>`${sought.before}${sql.join(some, sql` union all `)}`.execute(tx);
  const found: Found[] = [];
  for (const { document, ...row } of rows)
    if (document === null) found.push(row);
    else found.push(...(await within(tx, range, { ...row, document })));
  const programs = await programNames(
    tx,
    found.map(({ programId }) => programId),
  );
  const nameOf = new Map(programs.map(({ id, name }) => [id, name]));
  return found
    .map(({ programId, ...one }) => ({ ...one, programName: nameOf.get(programId) ?? '' }))
    .toSorted((a, b) => (a.startsAt + a.id < b.startsAt + b.id ? -1 : 1));
}

/** A request comes with its document. */
type Row = Found & { document: string | null };

/** All of it is in the index; no document is read. */
const agreed = (sought: Sought, columns: SideColumns, range: Range) =>
  sql`select ${shown(columns)}, cast(null as text) as document
    from booking where ${sought.is(columns)}
      and state in ('accepted', 'completed', 'no-show')
      and starts_at > ${earliest(range.from)} and starts_at < ${toText(range.until)}
      and ends_at > ${toText(range.from)}`;

/** Requests stand at the time on the table, which only their documents say. @see B6 */
const hopedFor = (sought: Sought, columns: SideColumns) =>
  sql`select ${shown(columns)}, document
    from booking where ${sought.is(columns)} and state = 'pending'`;

const shown = ({ side, other }: SideColumns) =>
  sql`id, state, ${sql.lit(side)} as side, ${sql.ref(other)} as "with", program_id as "programId",
    starts_at as "startsAt", ends_at as "endsAt"`;

/** A request at its time, if that touches the range and can be read. */
async function within(tx: Tx, range: Range, row: Found & BookingRow): Promise<Found[]> {
  const { document: _, ...one } = row;
  return (await bookingsOf(tx, [row])).flatMap((booking) => {
    const time = pendingInterval(booking);
    if (!time || !isBefore(time.startsAt, range.until) || !isBefore(range.from, time.endsAt))
      return [];
    return [{ ...one, startsAt: toText(time.startsAt), endsAt: toText(time.endsAt) }];
  });
}
