import { forgottenAt, isBefore } from '@confab/shared';
import type { Context } from '../../command/context.ts';
import { plan } from '../../wakeup/store.ts';
import { bookingById } from '../bookings/queries.ts';
import { tellManagers } from '../tell-managers.ts';
import { caseOf, closeCase, forgottenSince, openCase } from './store.ts';

/** A day has passed since the session's end, and nobody has said how it went. @see F5 */
export async function openForgotten(context: Context, bookingId: string): Promise<void> {
  const { tx, now } = context;
  const booking = await bookingById(tx, bookingId);
  if (booking?.state !== 'accepted' || (await caseOf(tx, bookingId))) return;
  const at = forgottenAt(booking);
  if (isBefore(now, at)) {
    await plan(tx, 'forgotten', bookingId, at);
    return;
  }
  await openCase(tx, booking, 'forgotten', now);
  await tellManagers(context, booking.programId);
  context.happened({ kind: 'case', booking, waits: 'forgotten' });
}

/** A clock that was ahead has been set back: what is not yet forgotten waits for its time again. */
export async function planForgotten(context: Context): Promise<void> {
  const { tx, now } = context;
  for (const bookingId of await forgottenSince(tx, now.subtract({ hours: 24 }))) {
    const booking = await bookingById(tx, bookingId);
    if (!booking) continue;
    await closeCase(tx, bookingId);
    await plan(tx, 'forgotten', bookingId, forgottenAt(booking));
    await tellManagers(context, booking.programId);
  }
}
