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
  const found: Found[] = [];
  for (const side of sought.sides)
    found.push(
      ...(await agreed(tx, sought, side, range)),
      ...(await hopedFor(tx, sought, side, range)),
    );
  const programs = await programNames(
    tx,
    found.map(({ programId }) => programId),
  );
  const nameOf = new Map(programs.map(({ id, name }) => [id, name]));
  return found
    .map(({ programId, ...one }) => ({ ...one, programName: nameOf.get(programId) ?? '' }))
    .toSorted((a, b) => (a.startsAt + a.id < b.startsAt + b.id ? -1 : 1));
}

/** All of it is in the index; no document is read. */
async function agreed(tx: Tx, sought: Sought, columns: SideColumns, range: Range) {
  const { rows } = await sql<Omit<Found, 'side'>>`${sought.before}
    select id, state, ${sql.ref(columns.other)} as "with", program_id as "programId",
      starts_at as "startsAt", ends_at as "endsAt"
    from booking where ${sought.is(columns)}
      and state in ('accepted', 'completed', 'no-show')
      and starts_at > ${earliest(range.from)} and starts_at < ${toText(range.until)}
      and ends_at > ${toText(range.from)}`.execute(tx);
  return rows.map((row) => ({ ...row, side: columns.side }));
}

/** Requests stand at the time on the table, which only their documents say. @see B6 */
async function hopedFor(tx: Tx, sought: Sought, columns: SideColumns, range: Range) {
  const { rows } = await sql<BookingRow>`${sought.before}
    select id, state, document from booking
    where ${sought.is(columns)} and state = 'pending'`.execute(tx);
  return (await bookingsOf(tx, rows)).flatMap((booking): Found[] => {
    const time = pendingInterval(booking);
    if (!time || !isBefore(time.startsAt, range.until) || !isBefore(range.from, time.endsAt))
      return [];
    return [
      {
        id: booking.id,
        state: 'pending',
        side: columns.side,
        with: columns.side === 'mentor' ? booking.menteeId : booking.mentorId,
        programId: booking.programId,
        startsAt: toText(time.startsAt),
        endsAt: toText(time.endsAt),
      },
    ];
  });
}
