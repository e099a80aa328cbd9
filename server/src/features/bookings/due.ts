import type { Instant } from '@confab/shared';
import type { Context } from '../../command/context.ts';
import { DamagedRow } from '../../db/damage.ts';
import type { Tx } from '../../db/database.ts';
import { anythingDue, plan } from '../../wakeup/store.ts';
import { change } from './decide.ts';
import { bookingById } from './queries.ts';
import { dueWith, unplanned } from './store.ts';

/** Is anything due for the bookings of those whom `find` finds? Nearly always nothing at all is. @see D6 */
export async function isDue(tx: Tx, now: Instant, find: () => Promise<string[]>): Promise<boolean> {
  if (!(await anythingDue(tx, now))) return false;
  const { deadline, closing } = await dueWith(tx, await find(), now);
  return deadline.length + closing.length > 0;
}

/**
 * Does what is due for the bookings of those whom `find` finds: deadlines, then closings. What that brings about is
 * there, too, before anything is decided or shown. @see D6
 */
export async function settleDue(context: Context, find: () => Promise<string[]>): Promise<void> {
  const { tx, now } = context;
  if (!(await anythingDue(tx, now))) return;
  const personIds = await find();
  const due = await dueWith(tx, personIds, now);
  for (const bookingId of due.deadline)
    await unlessDamaged(() => settleDeadline(context, bookingId));
  await context.react();
  const { closing } = due.deadline.length > 0 ? await dueWith(tx, personIds, now) : due;
  for (const bookingId of closing)
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

/** Whether an agreed session is upcoming has changed, and who may write to whom by it. @see P3 */
export async function settleClosing(context: Context, bookingId: string): Promise<void> {
  const booking = await bookingById(context.tx, bookingId);
  if (booking?.state !== 'accepted') return;
  await context.tell(booking.mentorId, 'conversation', booking.menteeId);
  await context.tell(booking.menteeId, 'conversation', booking.mentorId);
}

/**
 * Plans again the closings that were done by a clock which was ahead: where it has been set back,
 * those sessions are upcoming once more, and open windows are told so. @see P3
 */
export async function planClosings(context: Context): Promise<void> {
  for (const { id, closesAt } of await unplanned(context.tx, context.now)) {
    await plan(context.tx, 'closing', id, closesAt);
    await unlessDamaged(() => settleClosing(context, id));
  }
}
