import { heldInterval, type Booking } from '@confab/shared';
import type { Happening } from '../../command/happening.ts';
import type { Reaction } from '../../command/context.ts';
import { membershipsOf } from './queries.ts';
import { changeDirectory } from './store.ts';

/** A mentor's changed profile, hours, held times or reviews change the directory of each program they are in. */
export const programReactions: Reaction[] = [
  async (context, happening) => {
    const programs = new Set<string>();
    for (const personId of othersThanBefore(happening))
      for (const { programId, role } of await membershipsOf(context.tx, personId))
        if (role === 'mentor') programs.add(programId);
    if (happening.kind === 'review' && happening.bySide === 'mentee')
      programs.add(happening.booking.programId);
    // In one order, so that transactions never wait for each other's programs in a ring.
    for (const programId of [...programs].toSorted()) await changeDirectory(context, programId);
  },
];

/** The people whom a directory shows otherwise than before. */
function othersThanBefore(happening: Happening): string[] {
  switch (happening.kind) {
    case 'person':
    case 'hours':
      return [happening.personId];
    case 'membership':
    case 'review':
    case 'case':
    case 'governed':
    case 'told':
    case 'message':
      return [];
    case 'booking': {
      const { before, after } = happening;
      return heldText(before) === heldText(after) ? [] : [after.mentorId, after.menteeId];
    }
  }
}

const heldText = (booking: Booking | null): string =>
  JSON.stringify(booking && heldInterval(booking));
