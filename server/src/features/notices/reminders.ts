import {
  isBefore,
  reminderKinds,
  reminderNow,
  remindersOf,
  type Booking,
  type ReminderKind,
} from '@confab/shared';
import type { Context } from '../../command/context.ts';
import { planAll } from '../../wakeup/store.ts';
import type { WakeupHandlers } from '../../wakeup/kinds.ts';
import { bookingById } from '../bookings/queries.ts';
import { tellSides } from './tell.ts';

/** Plans every reminder of the booking that lies ahead, and drops all others. @see D7 N2 */
export async function planReminders({ tx, now }: Context, booking: Booking): Promise<void> {
  const ahead = remindersOf(booking).filter(({ at }) => isBefore(now, at));
  await planAll(tx, reminderKinds, booking.id, new Map(ahead.map(({ kind, at }) => [kind, at])));
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
