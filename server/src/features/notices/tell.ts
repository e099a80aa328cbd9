import type { Booking, Instant, NoticeKind, Side, TermsChange } from '@confab/shared';
import type { Context } from '../../command/context.ts';
import { addNotice } from './store.ts';

/** What a notice says of a booking. */
interface Said {
  booking: Booking;
  kind: NoticeKind;
  /** The start that it speaks of. */
  startsAt: Instant;
  /** What of the terms is another by it. */
  change?: TermsChange | null;
}

/** Tells the people on these sides of a booking, in the app. @see N1 */
export async function tellSides(
  context: Context,
  booking: Booking,
  kind: NoticeKind,
  startsAt: Instant,
  sides: readonly Side[],
  change: TermsChange | null = null,
): Promise<void> {
  for (const side of sides) {
    const personId = side === 'mentor' ? booking.mentorId : booking.menteeId;
    await tellOne(context, personId, { booking, kind, startsAt, change });
  }
}

/** Tells one person, and lets mail and devices know. @see N1 */
export async function tellOne(
  context: Context,
  personId: string,
  { booking, kind, startsAt, change = null }: Said,
): Promise<void> {
  const { tx, now } = context;
  const said = { kind, bookingId: booking.id, startsAt, change };
  const { id, no } = await addNotice(tx, personId, said, now);
  await context.tell(personId, 'notice', id);
  context.happened({ kind: 'told', personId, notice: kind, no, booking });
}
