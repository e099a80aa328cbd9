import type { Selectable } from 'kysely';
import { askedOften } from '../../db/asked-often.ts';
import type { Tx } from '../../db/database.ts';
import type { ConversationTable } from '../../db/tables/chat.ts';

/** The unordered pair of two people, in the order the store keeps. @see C1 */
export const pairOf = (one: string, other: string): { low_id: string; high_id: string } =>
  one < other ? { low_id: one, high_id: other } : { low_id: other, high_id: one };

/** What the two have written to each other, or null. @see C1 */
export async function conversationOf(
  tx: Tx,
  one: string,
  other: string,
): Promise<Selectable<ConversationTable> | null> {
  const { low_id, high_id } = pairOf(one, other);
  const [row] = await betweenThem(tx, low_id, high_id);
  return row ?? null;
}

/** What these two have written to each other, in the order of {@link pairOf}. */
export const between = (tx: Tx, low: string, high: string) =>
  tx.selectFrom('conversation').selectAll().where('low_id', '=', low).where('high_id', '=', high);

const betweenThem = askedOften(between);

/** A person's conversations, the latest first. */
export const latestOf = (tx: Tx, personId: string) =>
  tx
    .selectFrom('conversation')
    .selectAll()
    .where((where) => where.or([where('low_id', '=', personId), where('high_id', '=', personId)]))
    .orderBy('last_at', 'desc');
