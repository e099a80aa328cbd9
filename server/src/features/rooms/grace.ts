import { roomState } from '@confab/shared';
import type { Context } from '../../command/context.ts';
import type { Media } from '../../ports/media.ts';
import { bookingById } from '../bookings/queries.ts';

/**
 * The grace after a move is over: who is still inside is put out, unless the room is open again.
 * Orders the epoch before the present one, so that whoever enters later finds a fresh room. @see W4
 */
export const endGrace =
  (media: Media) =>
  async (context: Context, bookingId: string): Promise<void> => {
    const booking = await bookingById(context.tx, bookingId);
    if (!booking?.roomId || roomState(booking, context.now) === 'open') return;
    const { roomId, revision } = booking;
    context.afterCommit(() => media.close({ roomId, epoch: revision - 1, reason: 'moved' }));
  };
