import { roomState } from '@confab/shared';
import type { Context } from '../../command/context.ts';
import type { Media } from '../../ports/media.ts';
import { bookingById } from '../bookings/queries.ts';
import { closeRoom } from './close.ts';

/** The grace after a move is over: who is still inside is put out, unless it is open again. @see W4 */
export const endGrace =
  (media: Media) =>
  async (context: Context, bookingId: string): Promise<void> => {
    const booking = await bookingById(context.tx, bookingId);
    if (!booking?.roomId || roomState(booking, context.now) === 'open') return;
    await closeRoom(context, media, booking.roomId, 'moved');
  };
