import type { Context } from '../../command/context.ts';
import { DamagedRow } from '../../db/damage.ts';
import { anythingDue, dueAmong, plan } from '../../wakeup/store.ts';
import { change } from './decide.ts';
import { bookingById } from './queries.ts';
import { openWith } from './store.ts';

/**
 * Does what is due for these people's bookings: deadlines, then closings. What that brings about is
 * there, too, before anything is decided or shown. @see D6
 */
export async function settleDue(context: Context, personIds: readonly string[]): Promise<void> {
  const { tx, now } = context;
  if (!(await anythingDue(tx, now))) return;
  const open = await openWith(tx, personIds);
  for (const bookingId of await dueAmong(tx, 'deadline', open, now))
    await unlessDamaged(() => settleDeadline(context, bookingId));
  await context.react();
  for (const bookingId of await dueAmong(tx, 'closing', open, now))
    await unlessDamaged(async () => {
      await settleClosing(context, bookingId);
      await plan(tx, 'closing', bookingId, null);
    });
}

/** What cannot be read keeps its wake-up until it can, and keeps nobody from anything else. */
const unlessDamaged = (work: () => Promise<void>): Promise<void> =>
  work().catch((error: unknown) => {
    if (!(error instanceof DamagedRow)) throw error;
  });

/** Lets what has passed its deadline expire or lapse. */
export async function settleDeadline(context: Context, bookingId: string): Promise<void> {
  await change(context, bookingId, { type: 'expire' }, null);
}

/** An agreed session is upcoming no more: who may write to whom may have changed by it. @see P3 */
export async function settleClosing(context: Context, bookingId: string): Promise<void> {
  const booking = await bookingById(context.tx, bookingId);
  if (booking?.state !== 'accepted') return;
  await context.tell(booking.mentorId, 'conversation', booking.menteeId);
  await context.tell(booking.menteeId, 'conversation', booking.mentorId);
}
