import { createHash } from 'node:crypto';
import { fromJson, toText, type Booking, type Instant } from '@confab/shared';
import type { BookingJson } from '@confab/shared/protocol';
import type { Tx } from '../../db/database.ts';

export const digestOfToken = (token: string): string =>
  createHash('sha256').update(token).digest('base64url');

/** Whose calendar the address leads to, or null. */
export async function ownerOf(tx: Tx, token: string): Promise<string | null> {
  const row = await tx
    .selectFrom('calendar_link')
    .select('person_id')
    .where('token_hash', '=', digestOfToken(token))
    .executeTakeFirst();
  return row?.person_id ?? null;
}

/** Since when this person has an address; null: they have none. */
export async function linkSince(tx: Tx, personId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('calendar_link')
    .select('made_at')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row?.made_at ?? null;
}

/** A session as a calendar shows it, with the other's name. */
export interface CalendarSession {
  booking: Booking;
  other: string;
  /** When it last changed. */
  changedAt: string;
}

/** A person's agreed sessions that end after `since`, at most `limit`, the last ones first. @see N3 */
export async function sessionsOf(
  tx: Tx,
  personId: string,
  since: Instant,
  limit: number,
): Promise<CalendarSession[]> {
  const rows = await tx
    .selectFrom('booking')
    .innerJoin('person as mentor', 'mentor.id', 'booking.mentor_id')
    .innerJoin('person as mentee', 'mentee.id', 'booking.mentee_id')
    .select(['booking.document', 'booking.mentor_id', 'mentor.name as mentorName'])
    .select(['mentee.name as menteeName'])
    .select((select) =>
      select
        .selectFrom('booking_event')
        .select((last) => last.fn.max('happened_at').as('at'))
        .whereRef('booking_event.booking_id', '=', 'booking.id')
        .as('changedAt'),
    )
    .where((where) =>
      where.or([
        where('booking.mentor_id', '=', personId),
        where('booking.mentee_id', '=', personId),
      ]),
    )
    .where('booking.state', 'in', ['accepted', 'completed', 'no-show'])
    .where('booking.ends_at', '>', toText(since))
    .orderBy('booking.starts_at', 'desc')
    .orderBy('booking.id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    booking: fromJson<Booking>(JSON.parse(row.document) as BookingJson),
    other: row.mentor_id === personId ? row.menteeName : row.mentorName,
    changedAt: row.changedAt ?? toText(since),
  }));
}
