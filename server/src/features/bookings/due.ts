import type { Context } from '../../command/context.ts';
import { dueAmong } from '../../wakeup/store.ts';
import { change } from './decide.ts';
import { openWith } from './store.ts';

/** Lets what has passed its deadline expire or lapse, for these people's bookings. @see D6 */
export async function settleDeadlines(context: Context, personIds: readonly string[]) {
  const open = await openWith(context.tx, personIds);
  for (const bookingId of await dueAmong(context.tx, 'deadline', open, context.now))
    await settleDeadline(context, bookingId);
}

/** The same for one booking, by its wake-up. */
export async function settleDeadline(context: Context, bookingId: string): Promise<void> {
  await change(context, bookingId, { type: 'expire' }, null);
}
