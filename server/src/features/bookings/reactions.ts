import type { Reaction } from '../../command/context.ts';
import { change } from './decide.ts';
import { openOf } from './store.ts';

/** The end of a membership ends what is booked in that program. @see P4 */
export const bookingReactions: Reaction[] = [
  async (context, happening) => {
    if (happening.kind !== 'membership' || happening.change !== 'ended') return;
    const { programId, personId } = happening;
    for (const bookingId of await openOf(context.tx, programId, personId))
      await change(context, bookingId, { type: 'end-membership' }, null);
  },
];
