import {
  fromText,
  pendingInterval,
  toText,
  type Booking,
  type Instant,
  type Interval,
} from '@confab/shared';
import type { Tx } from '../../db/database.ts';
import { oneOf } from '../../db/list.ts';
import { bookingsOf, kept } from './document.ts';

const sides = ['mentor_id', 'mentee_id'] as const;

/** No session is longer than a day: those before are passed over by the index. */
export const earliest = (since: Instant): string => toText(since.subtract({ hours: 24 }));

/** Times that a person's bookings hold, in any program, but for those over at `since`. @see B6 */
export async function heldBy(
  tx: Tx,
  personId: string,
  since: Instant,
  except: string | null = null,
): Promise<Interval[]> {
  let rows = tx
    .selectFrom('booking')
    .select(['starts_at', 'ends_at'])
    .where((where) =>
      where.or(
        sides.map((side) =>
          where.and([
            where(side, '=', personId),
            where('state', 'in', ['accepted', 'completed', 'no-show']),
            where('starts_at', '>', earliest(since)),
          ]),
        ),
      ),
    )
    .where('ends_at', '>', toText(since));
  if (except) rows = rows.where('id', '!=', except);
  return (await rows.execute()).map(intervalOf);
}

/** The same for many people at once, as far as it lies within a range. */
export async function heldByEach(
  tx: Tx,
  personIds: readonly string[],
  { from, until }: { from: Instant; until: Instant },
  except: string | null = null,
): Promise<Map<string, Interval[]>> {
  const held = new Map(personIds.map((id): [string, Interval[]] => [id, []]));
  for (const side of sides) {
    let rows = tx
      .selectFrom('booking')
      .select([`${side} as personId`, 'starts_at', 'ends_at'])
      .where(oneOf(tx, side, personIds))
      .where('state', 'in', ['accepted', 'completed', 'no-show'])
      .where('starts_at', '>', earliest(from))
      .where('starts_at', '<', toText(until))
      .where('ends_at', '>', toText(from));
    if (except) rows = rows.where('id', '!=', except);
    for (const row of await rows.execute()) held.get(row.personId)?.push(intervalOf(row));
  }
  return held;
}

const intervalOf = (row: { starts_at: string; ends_at: string }): Interval => ({
  startsAt: fromText(row.starts_at),
  endsAt: fromText(row.ends_at),
});

/** Times of the pending requests between two people. @see B6 */
export async function pendingBetween(
  tx: Tx,
  menteeId: string,
  mentorId: string,
  except: string | null = null,
): Promise<Interval[]> {
  const pending = await pendingOfMentor(tx, mentorId);
  return pending
    .filter((one) => one.menteeId === menteeId && one.id !== except)
    .flatMap((one) => pendingInterval(one) ?? []);
}

/** The other pending bookings of this mentor, for the warnings of B6. */
export async function pendingOfMentor(tx: Tx, mentorId: string): Promise<Booking[]> {
  const rows = await tx
    .selectFrom('booking')
    .select(kept)
    .where('mentor_id', '=', mentorId)
    .where('state', '=', 'pending')
    .execute();
  return bookingsOf(tx, rows);
}
