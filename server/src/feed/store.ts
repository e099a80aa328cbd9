import { sql } from 'kysely';
import { toText, type Instant } from '@confab/shared';
import { askedOften } from '../db/asked-often.ts';
import type { Db, Tx } from '../db/database.ts';
import { oneOf } from '../db/list.ts';
import { hold } from './hold.ts';
import type { FeedKind } from './kinds.ts';
import { trimEvery, trimFeed } from './trim.ts';

export interface FeedEntry {
  seq: number;
  kind: FeedKind;
  ref: string;
}

/** Gives a new person a feed, which can be held from then on. */
export async function openFeed(tx: Tx | Db, personId: string): Promise<void> {
  await tx.insertInto('feed_head').values({ person_id: personId, seq: 0 }).execute();
}

/** Appends to a person's feed; seq is gapless per person. @returns the entry */
export async function append(
  tx: Tx,
  personId: string,
  kind: FeedKind,
  ref: string,
  now: Instant,
): Promise<FeedEntry> {
  await hold(tx, [personId]);
  const [grown] = await grow(tx, personId);
  if (!grown) throw new Error(`no feed of ${personId}`);
  const { seq } = grown;
  await put(tx, personId, seq, kind, ref, toText(now));
  if (seq % trimEvery === 0) await trimFeed(tx, personId, seq, now);
  return { seq, kind, ref };
}

const grow = askedOften((tx, personId: string) =>
  tx
    .updateTable('feed_head')
    .set({ seq: sql`seq + 1` })
    .where('person_id', '=', personId)
    .returning('seq'),
);

const put = askedOften(
  (tx, person_id: string, seq: number, kind: FeedKind, ref: string, written_at: string) =>
    tx.insertInto('feed_entry').values({ person_id, seq, kind, ref, written_at }),
);

/** The last seq of a person's feed; 0 before the first entry. */
export async function head(tx: Tx, personId: string): Promise<number> {
  const [row] = await headRow(tx, personId);
  return row?.seq ?? 0;
}

const headRow = askedOften((tx, personId: string) =>
  tx.selectFrom('feed_head').select('seq').where('person_id', '=', personId),
);

/** The last seq of each of these people's feeds. */
export async function heads(tx: Tx, personIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('feed_head')
    .select(['person_id', 'seq'])
    .where(oneOf(tx, 'person_id', personIds))
    .execute();
  return new Map(rows.map((row) => [row.person_id, row.seq]));
}

/** The entries after `after`, in order, at most `limit`; null if some are no longer kept. */
export async function since(
  tx: Tx,
  personId: string,
  after: number,
  limit: number,
): Promise<FeedEntry[] | null> {
  const rows = await entriesAfter(tx, personId, after, limit);
  // Nothing follows the last entry; after any other, the next is there unless it was dropped.
  const whole = rows[0] ? rows[0].seq === after + 1 : after === (await head(tx, personId));
  if (!whole) return null;
  return rows.map((row) => ({ ...row, kind: row.kind as FeedKind }));
}

const entriesAfter = askedOften((tx, personId: string, after: number, limit: number) =>
  tx
    .selectFrom('feed_entry')
    .select(['seq', 'kind', 'ref'])
    .where('person_id', '=', personId)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit),
);
