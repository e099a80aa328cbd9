import { busyInWeek, busyWeekOf, type Instant, type Interval, type Span } from '@confab/shared';
import { legible } from '../../db/damage.ts';
import type { Tx } from '../../db/database.ts';
import { oneOf } from '../../db/list.ts';

/**
 * When each of these people is busy by their own calendars, as far as it bears on a range; in no order.
 *
 * @see A8
 */
export async function busyOfEach(
  tx: Tx,
  personIds: readonly string[],
  { from, until }: { from: Instant; until: Instant },
): Promise<Map<string, Span[]>> {
  const within = { from: from.epochMilliseconds, to: until.epochMilliseconds };
  const rows = await tx
    .selectFrom('busy_week')
    .select(['person_id', 'source_id', 'week', 'packed'])
    .where(oneOf(tx, 'person_id', personIds))
    .where('week', '>=', busyWeekOf(within.from))
    .where('week', '<=', busyWeekOf(within.to))
    .execute();
  const busy = new Map(personIds.map((id): [string, Span[]] => [id, []]));
  for (const row of rows) busy.get(row.person_id)?.push(...busyInWeek(opened(row), within));
  return busy;
}

/** What cannot be read is left out: it is read again from where it came. */
const opened = (row: { source_id: string; week: number; packed: string }) => ({
  week: row.week,
  packed:
    legible(
      { table: 'busy_week', id: row.source_id, column: 'packed' },
      () => JSON.parse(row.packed) as number[],
    ) ?? [],
});

/** A person's busy times by each of their calendars, from the week of an instant on. */
export async function weeksFrom(
  tx: Tx,
  personId: string,
  from: Instant,
): Promise<{ sourceId: string; week: number; packed: number[] }[]> {
  const rows = await tx
    .selectFrom('busy_week')
    .select(['source_id', 'week', 'packed'])
    .where('person_id', '=', personId)
    .where('week', '>=', busyWeekOf(from.epochMilliseconds))
    .execute();
  return rows.map((row) => ({ sourceId: row.source_id, ...opened(row) }));
}

/** Is a person busy at any time of an interval, by their own calendars? @see A8 */
export async function isBusyIn(
  tx: Tx,
  personId: string,
  { startsAt, endsAt }: Interval,
): Promise<boolean> {
  const found = await busyOfEach(tx, [personId], { from: startsAt, until: endsAt });
  return found.get(personId)?.length !== 0;
}
