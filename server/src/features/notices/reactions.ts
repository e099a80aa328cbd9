import { sideOf, spokenStart, toldTo } from '@confab/shared';
import type { Reaction } from '../../command/context.ts';
import { planReminders } from './reminders.ts';
import { tellSides } from './tell.ts';

/** What happens to a booking is told to whoever did not do it, and moves its reminders. @see N1 */
export const noticeReactions: Reaction[] = [
  async (context, happening) => {
    if (happening.kind !== 'review' || happening.change !== 'written') return;
    // What a mentor writes is for the program's manager alone. @see F6
    if (happening.bySide !== 'mentee') return;
    const { booking } = happening;
    await tellSides(context, booking, 'reviewed', booking.terms.startsAt, ['mentor']);
  },
  async (context, happening) => {
    if (happening.kind !== 'booking') return;
    const { after, event, actorId } = happening;
    const by = actorId === null ? null : sideOf(after, actorId);
    await tellSides(context, after, event.type, spokenStart(event, after), toldTo(by));
    await planReminders(context, after);
  },
];
