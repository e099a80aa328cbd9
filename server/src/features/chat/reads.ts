import { tailLength } from '@confab/shared/protocol';
import type { QueryHandlers } from '../../command/handlers.ts';
import { conversationOf, entriesBefore } from './queries.ts';

export const chatReads = {
  'chat.history': async ({ tx, actorId }, { with: other, before }) => {
    if (!(await conversationOf(tx, actorId, other))) return { ok: false, code: 'not-found' };
    const page = await entriesBefore(tx, actorId, other, before, 2 * tailLength + 1);
    const messages = page.slice(-2 * tailLength);
    return { ok: true, value: { messages, more: page.length > messages.length } };
  },
} satisfies Partial<QueryHandlers>;
