import { toText, type Instant } from '@confab/shared';
import type { MessageView } from '@confab/shared/protocol';
import { askedOften } from '../../db/asked-often.ts';
import type { Tx } from '../../db/database.ts';
import { conversationOf, latestOf } from './conversation.ts';
import { messageView } from './message-view.ts';

export { conversationOf } from './conversation.ts';
export { entry } from './entry.ts';
export { headOf, latestTalks } from './talks.ts';
export { relationOf } from './relation.ts';

/** Has this person sent the other at least one message of their own, ever? @see G1 */
export async function hasWritten(tx: Tx, personId: string, otherId: string): Promise<boolean> {
  const conversation = await conversationOf(tx, personId, otherId);
  if (!conversation) return false;
  const row = await tx
    .selectFrom('participant')
    .select('written')
    .where('conversation_id', '=', conversation.id)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return (row?.written ?? 0) > 0;
}

/** Everyone with whom this person has a conversation, the latest first. */
export async function correspondents(tx: Tx, personId: string): Promise<string[]> {
  const rows = await latestOf(tx, personId).execute();
  return rows.map((row) => (row.low_id === personId ? row.high_id : row.low_id));
}

/** Whose messages since then this person has not read, and how many; the latest first. */
export async function unreadFrom(
  tx: Tx,
  personId: string,
  since: Instant,
  limit: number,
): Promise<{ with: string; count: number }[]> {
  const rows = await tx
    .selectFrom('participant')
    .innerJoin('message', 'message.conversation_id', 'participant.conversation_id')
    .select('message.author_id')
    .select((select) => [
      select.fn.countAll<number>().as('count'),
      select.fn.max('message.sent_at').as('last'),
    ])
    .where('participant.person_id', '=', personId)
    .where('message.kind', '=', 'text')
    .where('message.author_id', '!=', personId)
    .whereRef('message.seq', '>', 'participant.read_up_to')
    .where('message.sent_at', '>', toText(since))
    .groupBy('message.author_id')
    .orderBy('last', 'desc')
    .limit(limit)
    .execute();
  return rows.flatMap(({ author_id, count }) =>
    author_id === null ? [] : [{ with: author_id, count }],
  );
}

/** Entries before `before`, oldest first, at most `limit`. @see C3 */
export async function entriesBefore(
  tx: Tx,
  viewer: string,
  other: string,
  before: number,
  limit: number,
): Promise<MessageView[]> {
  const conversation = await conversationOf(tx, viewer, other);
  if (!conversation) return [];
  const entries = await latestBefore(tx, conversation.id, before, limit);
  return entries.map(messageView).toReversed();
}

const latestBefore = askedOften((tx, conversationId: string, before: number, limit: number) =>
  tx
    .selectFrom('message')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .where('seq', '<', before)
    .orderBy('seq', 'desc')
    .limit(limit),
);
