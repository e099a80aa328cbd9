import type { Context } from '../../command/context.ts';
import { change } from './decide.ts';
import { dueOf } from './store.ts';

/** Lets what has passed its deadline expire or lapse, for these people's bookings. @see D6 */
export async function settleDeadlines(context: Context, personIds: readonly string[]) {
  for (const booking of await dueOf(context.tx, personIds, context.now))
    await settleDeadline(context, booking.id);
}

/** The same for one booking, by its wake-up. */
export async function settleDeadline(context: Context, bookingId: string): Promise<void> {
  await change(context, bookingId, { type: 'expire' }, null);
}
