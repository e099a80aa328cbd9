import type { Reaction } from '../../command/context.ts';
import { membershipsOf } from './queries.ts';
import { changeDirectory } from './store.ts';

/** A mentor's changed profile changes the directory of each program they are in. */
export const programReactions: Reaction[] = [
  async (context, happening) => {
    if (happening.kind !== 'person') return;
    for (const { programId, role } of await membershipsOf(context.tx, happening.personId))
      if (role === 'mentor') await changeDirectory(context, programId);
  },
];
