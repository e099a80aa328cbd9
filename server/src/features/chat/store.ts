import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { toText, type Instant } from '@confab/shared';
import type { Tx } from '../../db/database.ts';
import type { MessageTable } from '../../db/tables.ts';
import { pairOf } from './conversation.ts';
import { conversationOf } from './queries.ts';

type Entry = Omit<MessageTable, 'conversation_id' | 'seq' | 'sent_at'>;

/** Is an entry with this id there already? Ids come from clients. @see B5 */
export async function entryExists(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.selectFrom('message').select('id').where('id', '=', id).executeTakeFirst();
  return row !== undefined;
}

/** Appends to the pair's conversation, opening it if need be. @returns the entry's seq @see C3 */
export async function appendEntry(
  tx: Tx,
  pair: readonly [string, string],
  entry: Entry,
  now: Instant,
): Promise<number> {
  const conversationId = await opened(tx, pair, now);
  const { last_seq: seq } = await tx
    .updateTable('conversation')
    .set({ last_seq: sql`last_seq + 1`, last_at: toText(now) })
    .where('id', '=', conversationId)
    .returning('last_seq')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('message')
    .values({ ...entry, conversation_id: conversationId, seq, sent_at: toText(now) })
    .execute();
  if (entry.kind === 'text' && entry.author_id)
    await tx
      .updateTable('participant')
      .set({ written: sql`written + 1`, read_up_to: seq })
      .where('conversation_id', '=', conversationId)
      .where('person_id', '=', entry.author_id)
      .execute();
  return seq;
}

/** Moves the reader's mark forward, never back or past the end. @returns whether it moved @see C4 */
export async function markRead(
  tx: Tx,
  conversationId: string,
  personId: string,
  upTo: number,
): Promise<boolean> {
  const result = await tx
    .updateTable('participant')
    .set({ read_up_to: upTo })
    .where('conversation_id', '=', conversationId)
    .where('person_id', '=', personId)
    .where('read_up_to', '<', upTo)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) > 0;
}

async function opened(tx: Tx, [one, other]: readonly [string, string], now: Instant) {
  const existing = await conversationOf(tx, one, other);
  if (existing) return existing.id;
  const id = randomUUID();
  await tx
    .insertInto('conversation')
    .values({ id, ...pairOf(one, other), last_seq: 0, last_at: toText(now) })
    .execute();
  await tx
    .insertInto('participant')
    .values(
      [one, other].map((person_id) => ({
        conversation_id: id,
        person_id,
        read_up_to: 0,
        written: 0,
      })),
    )
    .execute();
  return id;
}
