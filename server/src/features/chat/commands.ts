import { mayWrite } from '@confab/shared';
import type { CommandHandlers } from '../../command/handlers.ts';
import { conversationOf } from './conversation.ts';
import { relationSeen } from './relation.ts';
import { appendEntry, markRead, openConversation } from './store.ts';

/** Writing and reading. @see C1 C2 C4 */
export const chatCommands = {
  'chat.send': async (context, { to, text }) => {
    const { tx, look, now, actorId, commandId } = context;
    if (to === actorId) return { ok: false, code: 'not-found' };
    const conversation = await conversationOf(tx, actorId, to);
    const relation = await relationSeen(look, actorId, to, conversation !== null);
    if (!mayWrite(relation)) {
      const strangers = !relation.conversation && relation.mentorAvailability === null;
      return { ok: false, code: strangers ? 'not-found' : 'conversation-closed' };
    }
    const pair = [actorId, to] as const;
    const seq = await appendEntry(
      context,
      conversation?.id ?? (await openConversation(tx, pair, now)),
      pair,
      {
        id: commandId,
        kind: 'text',
        author_id: actorId,
        text,
        booking_id: null,
        event: null,
        starts_at: null,
        change: null,
      },
    );
    for (const personId of pair) await context.tell(personId, 'message', commandId);
    context.happened({ kind: 'message', to });
    return { ok: true, value: { id: commandId, seq } };
  },

  'chat.read': async (context, { with: other, upTo }) => {
    const conversation = await conversationOf(context.tx, context.actorId, other);
    if (!conversation) return { ok: false, code: 'not-found' };
    const mark = Math.min(upTo, conversation.last_seq);
    if (await markRead(context.tx, conversation.id, context.actorId, mark)) {
      await context.tell(context.actorId, 'conversation', other);
      await context.tell(other, 'conversation', context.actorId);
    }
    return { ok: true, value: null };
  },
} satisfies Partial<CommandHandlers>;
