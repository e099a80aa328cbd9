import type { Trace } from '../../command/handlers.ts';
import { askedOften } from '../../db/asked-often.ts';

/** A message has the id of the command that wrote it, and says what that was. @see B5 C2 */
export const sentBefore: Trace<'chat.send'> = async (tx, personId, commandId) => {
  const [sent] = await writtenBy(tx, commandId, personId);
  if (!sent) return null;
  const { id, seq, text, low_id, high_id } = sent;
  const to = low_id === personId ? high_id : low_id;
  return { input: { to, text: text ?? '' }, value: { id, seq } };
};

const writtenBy = askedOften((tx, id: string, personId: string) =>
  tx
    .selectFrom('message')
    .innerJoin('conversation', 'conversation.id', 'message.conversation_id')
    .select(['message.id', 'message.seq', 'message.text'])
    .select(['conversation.low_id', 'conversation.high_id'])
    .where('message.id', '=', id)
    .where('message.author_id', '=', personId)
    .where('message.kind', '=', 'text'),
);
