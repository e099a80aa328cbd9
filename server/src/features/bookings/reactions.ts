import type { Reactions } from '../../command/context.ts';
import { change } from './decide.ts';
import { openOf } from './store.ts';

/** The end of a membership ends what is booked in that program. @see P4 */
export const bookingReactions: Reactions = {
  async membership(context, { change: to, programId, personId }) {
    if (to !== 'ended') return;
    for (const bookingId of await openOf(context.tx, programId, personId))
      await change(context, bookingId, { type: 'end-membership' }, null);
  },
};
