import { changeBy, sideOf, spokenStart, toldTo } from '@confab/shared';
import type { Reactions } from '../../command/context.ts';
import { managersOf, membershipsOf } from '../programs/queries.ts';
import { caseNotices, noticesOfKind } from './queries.ts';
import { planReminders } from './reminders.ts';
import { tellOne, tellSides } from './tell.ts';

/** What happens to a booking is told to whoever did not do it, and moves its reminders. @see N1 */
export const noticeReactions: Reactions = {
  async review(context, { booking, bySide, change }) {
    // What a mentor writes is for the program's manager alone. @see F6
    if (bySide !== 'mentee' || change === 'changed') return;
    // What was told of it holds no longer, or again.
    for (const id of await noticesOfKind(context.tx, booking.mentorId, 'reviewed', booking.id))
      await context.tell(booking.mentorId, 'notice', id);
    if (change === 'written')
      await tellSides(context, booking, 'reviewed', booking.terms.startsAt, ['mentor']);
  },
  async booking(context, { before, after, event, actorId }) {
    const by = actorId === null ? null : sideOf(after, actorId);
    const startsAt = spokenStart(event, after);
    const change = changeBy(before, event);
    await tellSides(context, after, event.type, startsAt, toldTo(by), change);
    await planReminders(context, after);
  },
  async case(context, { booking, waits }) {
    const said = { booking, kind: `case-${waits}` as const, startsAt: booking.terms.startsAt };
    // Nobody settles a case they are a party to. @see P1
    for (const personId of await managersOf(context.tx, booking.programId))
      if (!sideOf(booking, personId)) await tellOne(context, personId, said);
  },
  async membership(context, { personId, programId }) {
    for (const id of await caseNotices(context.tx, personId, programId))
      await context.tell(personId, 'notice', id);
  },
  async person(context, { personId }) {
    // A manager knows those whom a case names by nothing else.
    for (const { programId } of await membershipsOf(context.tx, personId))
      for (const manager of await managersOf(context.tx, programId))
        for (const id of await caseNotices(context.tx, manager, programId, personId))
          await context.tell(manager, 'notice', id);
  },
};
