import { roomState, windowOf, type Booking } from '@confab/shared';
import type { Context, Reactions } from '../../command/context.ts';
import type { Media } from '../../ports/media.ts';
import { plan } from '../../wakeup/store.ts';
import { roomsOf } from '../bookings/queries.ts';
import { closeRoom } from './close.ts';
import { beginEpoch } from './store.ts';

/** Minutes that people have to leave a room whose session was moved away from now. @see W4 */
const graceMinutes = 2;

/** What a decided change means for the booking's room. @see B9 W4 P4 */
export const roomReactions = (media: Media): Reactions => ({
  async booking(context, { before, after, event }) {
    if (!before?.roomId) return;
    const gone = before.roomId !== after.roomId || after.state === 'cancelled';
    if (gone) await closeRoom(context, media, before.roomId, 'cancelled');
    else if (event.type === 'moved' || event.type === 'room-extended')
      await follow(context, media, after);
  },
  async membership(context, { change, programId, personId }) {
    if (change !== 'ended') return;
    for (const roomId of await roomsOf(context.tx, personId, context.now, programId))
      await closeRoom(context, media, roomId, 'cancelled');
  },
});

/** Moves the room's closing along, or gives those inside a little time if it is not open now. */
async function follow(context: Context, media: Media, booking: Booking): Promise<void> {
  const { roomId } = booking;
  if (!roomId) return;
  const { closesAt } = windowOf(booking);
  if (roomState(booking, context.now) === 'open') {
    const epoch = await beginEpoch(context.tx, roomId);
    context.afterCommit(() => media.extend({ roomId, epoch, closesAt }));
  } else
    await plan(context.tx, 'room-grace', booking.id, context.now.add({ minutes: graceMinutes }));
}
