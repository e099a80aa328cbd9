import type { Booking, Instant, NoticeKind, Side } from '@confab/shared';
import type { Context } from '../../command/context.ts';
import { addNotice } from './store.ts';

/** Tells the people on these sides of a booking, in the app. @see N1 */
export async function tellSides(
  context: Context,
  booking: Booking,
  kind: NoticeKind,
  startsAt: Instant,
  sides: readonly Side[],
): Promise<void> {
  const { tx, now } = context;
  for (const side of sides) {
    const personId = side === 'mentor' ? booking.mentorId : booking.menteeId;
    const { id, no } = await addNotice(
      tx,
      personId,
      { kind, bookingId: booking.id, startsAt },
      now,
    );
    await context.tell(personId, 'notice', id);
    context.happened({ kind: 'told', personId, notice: kind, no, booking });
  }
}
