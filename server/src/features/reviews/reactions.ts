import { reviewCounts } from '@confab/shared';
import type { Reactions } from '../../command/context.ts';
import { letCount } from './store.ts';

/** A completion that is undone takes the reviews with it, until the session is completed again. @see F6 */
export const reviewReactions: Reactions = {
  async booking(context, { before, after }) {
    const counts = reviewCounts(after);
    if (before === null || reviewCounts(before) === counts) return;
    for (const bySide of await letCount(context.tx, after))
      context.happened({
        kind: 'review',
        booking: after,
        bySide,
        change: counts ? 'counts' : 'ends',
      });
  },
};
