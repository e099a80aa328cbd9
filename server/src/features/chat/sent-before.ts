import type { Trace } from '../../command/handlers.ts';
import { askedOften } from '../../db/asked-often.ts';

/** A message has the id of the command that wrote it, and says what that was. @see B5 C2 */
export const sentBefore: Trace<'chat.send'> = async (tx, personId, commandId) => {
  const [entry] = await entryWithId(tx, commandId);
  if (!entry) return null;
  const { id, kind, seq, text, author_id, low_id, high_id } = entry;
  if (kind !== 'text' || author_id !== personId) return 'taken';
  const to = low_id === personId ? high_id : low_id;
  return { input: { to, text: text ?? '' }, value: { id, seq } };
};

const entryWithId = askedOften((tx, id: string) =>
  tx
    .selectFrom('message')
    .innerJoin('conversation', 'conversation.id', 'message.conversation_id')
    .select(['message.id', 'message.kind', 'message.seq', 'message.text', 'message.author_id'])
    .select(['conversation.low_id', 'conversation.high_id'])
    .where('message.id', '=', id),
);
