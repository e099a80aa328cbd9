import type { QueryHandlers } from '../../command/handlers.ts';
import { conversationOf, entriesBefore } from './queries.ts';

/** Entries that are told at a time. */
const pageLength = 40;

export const chatReads = {
  'chat.history': async ({ tx, actorId }, { with: other, before }) => {
    const conversation = await conversationOf(tx, actorId, other);
    if (!conversation) return { ok: false, code: 'not-found' };
    // Any number may be asked for; not every database compares its own with any.
    const end = Math.max(0, Math.min(before, conversation.last_seq + 1));
    const page = await entriesBefore(tx, actorId, other, end, pageLength + 1);
    const messages = page.slice(-pageLength);
    return { ok: true, value: { messages, more: page.length > messages.length } };
  },
} satisfies Partial<QueryHandlers>;
