import { fromText, mayReview, mayTakeBack, sideOf, toJson } from '@confab/shared';
import type { Booking, Side } from '@confab/shared';
import type { Refusal } from '@confab/shared/protocol';
import type { PersonContext } from '../../command/context.ts';
import type { CommandHandlers } from '../../command/handlers.ts';
import type { Happening } from '../../command/happening.ts';
import { bookingById } from '../bookings/queries.ts';
import { membership } from '../programs/queries.ts';
import { reviewBy } from './queries.ts';
import { dropReview, keepReview } from './store.ts';

/** What each of the two says of the other after a session. @see F6 */
export const reviewCommands = {
  'review.write': async (context, { bookingId, rating, text }) => {
    const { tx, actorId, now } = context;
    const { booking, side, own } = await found(context, bookingId);
    if (!booking || !side) return notFound;
    const active = (await membership(tx, booking.programId, actorId))?.status === 'active';
    const may = mayReview(booking, own, active, now);
    if (!may.ok) return toJson(may) as { ok: false } & Refusal;
    await keepReview(tx, booking, side, { rating, text }, now);
    return known(context, booking, side, own ? 'changed' : 'written');
  },

  'review.take-back': async (context, { bookingId }) => {
    const { tx, now } = context;
    const { booking, side, own } = await found(context, bookingId);
    if (!booking || !side) return notFound;
    const may = mayTakeBack(own, now);
    if (!may.ok) return toJson(may) as { ok: false } & Refusal;
    await dropReview(tx, booking, side);
    return known(context, booking, side, 'taken-back');
  },
} satisfies Partial<CommandHandlers>;

const notFound = { ok: false, code: 'not-found' } as const;

async function found({ tx, actorId }: PersonContext, bookingId: string) {
  const booking = await bookingById(tx, bookingId);
  const side = booking && sideOf(booking, actorId);
  const row = await reviewBy(tx, bookingId, actorId);
  return { booking, side, own: row && { writtenAt: fromText(row.written_at) } };
}

/** Its author's windows know; of a review of a mentor, the mentor's do, too. */
async function known(
  context: PersonContext,
  booking: Booking,
  bySide: Side,
  change: Extract<Happening, { kind: 'review' }>['change'],
) {
  await context.tell(context.actorId, 'booking', booking.id);
  if (bySide === 'mentee') await context.tell(booking.mentorId, 'booking', booking.id);
  context.happened({ kind: 'review', booking, bySide, change });
  return { ok: true, value: null } as const;
}
