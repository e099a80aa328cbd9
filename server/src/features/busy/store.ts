import { randomUUID } from 'node:crypto';
import { busyByWeek, toText, type Instant, type Span } from '@confab/shared';
import type { Selectable } from 'kysely';
import type { Tx } from '../../db/database.ts';
import type { Seal } from '../../db/seal.ts';
import type { CalendarSourceTable } from '../../db/tables/times.ts';
import { sealAddress } from './sealing.ts';

export type SourceRow = Selectable<CalendarSourceTable>;

/** A person's calendars, in the order in which they came. */
export const sourcesOf = (tx: Tx, personId: string): Promise<SourceRow[]> =>
  tx
    .selectFrom('calendar_source')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('made_at')
    .orderBy('id')
    .execute();

/** A calendar by its id; to everybody but its owner there is none. */
export const sourceOf = (tx: Tx, personId: string, id: string): Promise<SourceRow | undefined> =>
  tx
    .selectFrom('calendar_source')
    .selectAll()
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst();

/** Whoever's it is; for what nobody asked for. */
export const sourceRow = (tx: Tx, id: string): Promise<SourceRow | undefined> =>
  tx.selectFrom('calendar_source').selectAll().where('id', '=', id).executeTakeFirst();

/** Keeps a new calendar; one with an address has its turn at once. @returns its id */
export async function addSource(
  tx: Tx,
  source: {
    personId: string;
    name: string;
    at: { url: string; host: string } | null;
    knownUntil: Instant | null;
    leftOut: number;
  },
  { now, seal }: { now: Instant; seal: Seal },
): Promise<string> {
  const id = randomUUID();
  const made_at = toText(now);
  const read = source.at ? null : made_at;
  await tx
    .insertInto('calendar_source')
    .values({
      id,
      person_id: source.personId,
      name: source.name,
      host: source.at?.host ?? null,
      sealed: source.at && sealAddress(seal, source.at.url, id),
      etag: null,
      last_modified: null,
      read_zone: null,
      whole_at: read,
      refreshed_at: read,
      known_until: source.knownUntil && toText(source.knownUntil),
      left_out: source.leftOut,
      fault: null,
      failures: 0,
      asked_at: source.at && made_at,
      tried_at: read,
      next_at: source.at && made_at,
      made_at,
    })
    .execute();
  return id;
}

/** Forgets a calendar with its times. */
export async function dropSource(tx: Tx, { id, person_id }: SourceRow): Promise<void> {
  await dropTimes(tx, person_id, id);
  await tx.deleteFrom('calendar_source').where('id', '=', id).execute();
}

const dropTimes = (tx: Tx, personId: string, sourceId: string) =>
  tx
    .deleteFrom('busy_week')
    .where('person_id', '=', personId)
    .where('source_id', '=', sourceId)
    .execute();

/** Puts a calendar's busy times in the place of those before. @returns whether they are others */
export async function keepTimes(
  tx: Tx,
  { id: source_id, person_id }: Pick<SourceRow, 'id' | 'person_id'>,
  busy: readonly Span[],
): Promise<boolean> {
  const before = await tx
    .selectFrom('busy_week')
    .select(['week', 'packed'])
    .where('person_id', '=', person_id)
    .where('source_id', '=', source_id)
    .orderBy('week')
    .execute();
  const weeks = [...busyByWeek(busy)].map(([week, packed]) => ({
    week,
    packed: JSON.stringify(packed),
  }));
  if (JSON.stringify(before) === JSON.stringify(weeks)) return false;
  await dropTimes(tx, person_id, source_id);
  if (weeks.length > 0)
    await tx
      .insertInto('busy_week')
      .values(weeks.map((one) => ({ person_id, source_id, ...one })))
      .execute();
  return true;
}
