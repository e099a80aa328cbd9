import type { Context } from '../../command/context.ts';
import { put } from '../../outbox/outbox.ts';
import type { WakeSender } from './reactions.ts';

/** It is 08:00 where this person is: what came together goes out as one letter. */
export const sendDigest =
  (wake: WakeSender) =>
  async (context: Context, personId: string): Promise<void> => {
    await put(context.tx, { personId, kind: 'digest', bookingId: null, revision: 0 }, context.now);
    context.afterCommit(() => {
      wake();
      return Promise.resolve();
    });
  };
