import type { Selectable } from 'kysely';
import type { MessageView } from '@confab/shared/protocol';
import { askedOften } from '../../db/asked-often.ts';
import type { Look } from '../../db/look.ts';
import type { ConversationTable, MessageTable } from '../../db/tables/chat.ts';
import { messageView } from './message-view.ts';

/** An entry with the two whose conversation it is in. */
type Entry = Selectable<MessageTable> & Pick<ConversationTable, 'low_id' | 'high_id'>;

const named = (messageId: string): string => `entry ${messageId}`;

/** One entry and whom the viewer has it with; null if the viewer has no part in it. */
export async function entry(
  look: Look,
  viewer: string,
  messageId: string,
): Promise<{ with: string; message: MessageView } | null> {
  const [row] = await look.once(named(messageId), () => withItsPair(look.tx, messageId));
  if (!row || (row.low_id !== viewer && row.high_id !== viewer)) return null;
  return { with: row.low_id === viewer ? row.high_id : row.low_id, message: messageView(row) };
}

/** What was written just now need not be read. */
export const entryWritten = (look: Look, row: Entry): void => {
  const known: Entry[] = [row];
  look.know(named(row.id), known);
};

const withItsPair: (tx: Look['tx'], messageId: string) => Promise<Entry[]> = askedOften(
  (tx, messageId: string) =>
    tx
      .selectFrom('message')
      .innerJoin('conversation', 'conversation.id', 'message.conversation_id')
      .selectAll('message')
      .select(['conversation.low_id', 'conversation.high_id'])
      .where('message.id', '=', messageId),
);
