import { toText } from '@confab/shared';
import type { Reactions } from '../../command/context.ts';
import { personRow } from '../people/queries.ts';

/** Times without a zone are other times in another zone: what can be read is read again. @see A9 */
export const busyReactions: Reactions = {
  async person({ tx, now }, { personId }) {
    const zone = (await personRow(tx, personId))?.zone ?? 'UTC';
    await tx
      .updateTable('calendar_source')
      .set({ next_at: toText(now) })
      .where('person_id', '=', personId)
      .where('sealed', 'is not', null)
      .where('read_zone', '!=', zone)
      .execute();
  },
};
