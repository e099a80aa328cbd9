import { calendarMethod, nextDigest, sideOf, topicOf } from '@confab/shared';
import type { Context, Reactions } from '../../command/context.ts';
import type { LetterKind } from '../../outbox/letter.ts';
import { put } from '../../outbox/outbox.ts';
import { planIfNone } from '../../wakeup/store.ts';
import { personRow } from '../people/queries.ts';
import { mailChoices } from './queries.ts';

/** Lets the sender know, once it is on disk, that there is something to send. */
export type WakeSender = () => void;

/**
 * What people are told is mailed to them as they have chosen, written down in the same transaction;
 * what they agreed themselves comes as an entry for their calendar. @see N1 N3
 */
export const mailReactions = (wake: WakeSender): Reactions => ({
  async told(context, { personId, notice, booking }) {
    const choices = await mailChoices(context.tx, personId);
    const choice = choices[topicOf(notice)];
    const method = choices.calendar === 'off' ? null : calendarMethod(notice, booking);
    if (choice === 'at-once') await post(context, wake, personId, notice, booking);
    else if (method) await post(context, wake, personId, `calendar-${method}`, booking);
    if (choice === 'daily') await planDigest(context, personId);
  },
  async booking(context, { after, event, actorId }) {
    if (actorId === null) return;
    const method = sideOf(after, actorId) && calendarMethod(event.type, after);
    if (!method) return;
    const { calendar } = await mailChoices(context.tx, actorId);
    if (calendar !== 'off') await post(context, wake, actorId, `calendar-${method}`, after);
  },
  async message(context, { to }) {
    const { messages } = await mailChoices(context.tx, to);
    if (messages === 'daily') await planDigest(context, to);
  },
});

async function post(
  context: Context,
  wake: WakeSender,
  personId: string,
  kind: LetterKind,
  { id: bookingId, revision }: { id: string; revision: number },
): Promise<void> {
  await put(context.tx, { personId, kind, bookingId, revision }, context.now);
  context.afterCommit(() => {
    wake();
    return Promise.resolve();
  });
}

/** The one mail a day comes at the next 08:00 of theirs, if it is not on its way already. @see N4 */
async function planDigest({ tx, now }: Context, personId: string): Promise<void> {
  const zone = (await personRow(tx, personId))?.zone ?? 'UTC';
  await planIfNone(tx, 'digest', personId, nextDigest(now, zone));
}
