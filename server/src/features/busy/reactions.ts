import { toText } from '@confab/shared';
import type { Reaction } from '../../command/context.ts';
import { personRow } from '../people/queries.ts';

/** Times without a zone are other times in another zone: what can be read is read again. @see A9 */
export const busyReactions: Reaction[] = [
  async ({ tx, now }, happening) => {
    if (happening.kind !== 'person') return;
    const zone = (await personRow(tx, happening.personId))?.zone ?? 'UTC';
    await tx
      .updateTable('calendar_source')
      .set({ next_at: toText(now) })
      .where('person_id', '=', happening.personId)
      .where('sealed', 'is not', null)
      .where('read_zone', '!=', zone)
      .execute();
  },
];
