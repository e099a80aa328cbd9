import { heldInterval, type Booking } from '@confab/shared';
import type { Context, Reactions } from '../../command/context.ts';
import { membershipsOf } from './queries.ts';
import { changeDirectory } from './store.ts';

/** A mentor's changed profile, hours, held times or reviews change the directory of each program they are in. */
export const programReactions: Reactions = {
  person: (context, { personId }) => showAnew(context, [personId]),
  hours: (context, { personId }) => showAnew(context, [personId]),
  async booking(context, { before, after }) {
    if (heldText(before) !== heldText(after))
      await showAnew(context, [after.mentorId, after.menteeId]);
  },
  async review(context, { booking, bySide }) {
    if (bySide === 'mentee') await changeDirectory(context, booking.programId);
  },
};

/** The directories in which these people are mentors. */
async function showAnew(context: Context, personIds: readonly string[]): Promise<void> {
  const programs = new Set<string>();
  for (const personId of personIds)
    for (const { programId, role } of await membershipsOf(context.tx, personId))
      if (role === 'mentor') programs.add(programId);
  // In one order, so that transactions never wait for each other's programs in a ring.
  for (const programId of [...programs].toSorted()) await changeDirectory(context, programId);
}

const heldText = (booking: Booking | null): string =>
  JSON.stringify(booking && heldInterval(booking));
