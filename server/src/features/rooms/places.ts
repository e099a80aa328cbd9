import { roomState, toText, windowOf, type Instant } from '@confab/shared';
import { transact, type Ledger } from '../../command/transact.ts';
import type { Tx } from '../../db/database.ts';
import type { Media, OrderFor } from '../../ports/media.ts';
import { bookingsOf } from '../bookings/queries.ts';
import { epochOf, longestOpen } from './store.ts';

/**
 * The node at which a room has its place; one is chosen at its first entry, and anew when that node
 * is gone. Decided in a transaction, so that two who come at once meet. @returns null: none is ready
 */
export async function placeOf(tx: Tx, media: Media, roomId: string): Promise<string | null> {
  const known = await tx
    .selectFrom('room_place')
    .select('node')
    .where('room_id', '=', roomId)
    .executeTakeFirst();
  const node = media.place(roomId, known?.node ?? null);
  if (node !== null && node !== known?.node)
    await tx
      .insertInto('room_place')
      .values({ room_id: roomId, node })
      .onConflict((on) => on.column('room_id').doUpdateSet({ node }))
      .execute();
  return node;
}

/** The rooms that have their place at a node and are open now, as it should have them. @see W1 */
export const roomsAt =
  (ledger: Ledger, clock: () => Instant) =>
  (node: string): Promise<OrderFor<'open'>[]> => {
    const now = clock();
    return transact(ledger, now, async ({ tx }) => {
      const rows = await tx
        .selectFrom('room_place')
        .innerJoin('booking', 'booking.room_id', 'room_place.room_id')
        .select(['booking.id', 'booking.state', 'booking.document'])
        .where('room_place.node', '=', node)
        .where('booking.closes_at', '>', toText(now))
        .where('booking.closes_at', '<', toText(now.add({ hours: longestOpen })))
        .where('booking.state', 'in', ['accepted', 'completed', 'no-show'])
        .execute();
      const orders: OrderFor<'open'>[] = [];
      for (const booking of await bookingsOf(tx, rows)) {
        const { roomId } = booking;
        if (!roomId || roomState(booking, now) !== 'open') continue;
        const { closesAt } = windowOf(booking);
        orders.push({ roomId, epoch: await epochOf(tx, roomId), closesAt });
      }
      return orders;
    });
  };
