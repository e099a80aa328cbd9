import {
  reminderKinds,
  reminderNow,
  remindersLeft,
  type Booking,
  type ReminderKind,
} from '@confab/shared';
import type { Context } from '../../command/context.ts';
import { plan, plannedOf } from '../../wakeup/store.ts';
import type { WakeupHandlers } from '../../wakeup/kinds.ts';
import { bookingById } from '../bookings/queries.ts';
import { tellSides } from './tell.ts';

/** Plans what is left to be told of the booking, and drops all else. @see D7 F5 N2 */
export async function planReminders({ tx, now }: Context, booking: Booking): Promise<void> {
  const planned = await plannedOf(tx, reminderKinds, booking.id);
  const left = remindersLeft(booking, planned, now);
  for (const kind of planned.keys()) if (!left.has(kind)) await plan(tx, kind, booking.id, null);
  for (const [kind, at] of left)
    if (!planned.get(kind)?.equals(at)) await plan(tx, kind, booking.id, at);
}

/** Looks again at the booking as it now is, and tells whom it still concerns. @see N2 */
const remind =
  (kind: ReminderKind) =>
  async (context: Context, bookingId: string): Promise<void> => {
    const booking = await bookingById(context.tx, bookingId);
    const reminder = booking && reminderNow(booking, kind, context.now);
    if (!reminder) return;
    await tellSides(context, booking, kind, reminder.startsAt, reminder.sides);
  };

export const reminderWakeups: Pick<WakeupHandlers, ReminderKind> = {
  'answer-halfway': remind('answer-halfway'),
  'answer-soon': remind('answer-soon'),
  'day-before': remind('day-before'),
  'hour-before': remind('hour-before'),
  'room-opens': remind('room-opens'),
  unmarked: remind('unmarked'),
  'still-unmarked': remind('still-unmarked'),
};
