import { randomUUID } from 'node:crypto';
import { changeBy, sideOf, spokenStart, toText } from '@confab/shared';
import type { Reactions } from '../../command/context.ts';

import { conversationOf, correspondents } from './queries.ts';
import { appendEntry, openConversation } from './store.ts';

/**
 * Booking events appear as lines. Everyone a person writes with sees the change of their name, and
 * both do that of who may write. @see C5 P3
 */
export const chatReactions: Reactions = {
  async booking(context, { before, after, event, actorId }) {
    const id = randomUUID();
    const change = changeBy(before, event);
    const pair = [after.mentorId, after.menteeId] as const;
    const conversation = await conversationOf(context.tx, ...pair);
    await appendEntry(
      context,
      conversation?.id ?? (await openConversation(context.tx, pair, context.now)),
      pair,
      {
        id,
        kind: 'line',
        // Of a manager nobody is told who it was.
        author_id: actorId !== null && sideOf(after, actorId) ? actorId : null,
        text: null,
        booking_id: after.id,
        event: event.type,
        starts_at: toText(spokenStart(event, after)),
        change: change && JSON.stringify(change),
      },
    );
    for (const personId of pair) await context.tell(personId, 'message', id);
  },
  async membership(context, { personId }) {
    for (const other of await correspondents(context.tx, personId)) {
      await context.tell(other, 'conversation', personId);
      await context.tell(personId, 'conversation', other);
    }
  },
  // By a name of their own nothing changes in what they see of others.
  async person(context, { personId }) {
    for (const other of await correspondents(context.tx, personId))
      await context.tell(other, 'conversation', personId);
  },
};
