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

const betweenThem = askedOften((tx, low: string, high: string) =>
  tx.selectFrom('conversation').selectAll().where('low_id', '=', low).where('high_id', '=', high),
);
