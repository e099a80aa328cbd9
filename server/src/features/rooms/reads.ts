import { randomUUID } from 'node:crypto';
import { roomState, sideOf, toText, windowOf, type Booking } from '@confab/shared';
import type { QueryValue } from '@confab/shared/protocol';
import type { QueryHandlers } from '../../command/handlers.ts';
import type { Tx } from '../../db/database.ts';
import type { GrantSigner, Media } from '../../ports/media.ts';
import { bookingByRoom, viewFor } from '../bookings/queries.ts';
import { cards } from '../people/queries.ts';
import { membership } from '../programs/queries.ts';
import { placeOf } from './places.ts';
import { sessionMark } from './session-mark.ts';
import { epochOf } from './store.ts';

/** Looking at a room and entering it. Whoever has no part in it learns nothing. @see B9 W1 */
export const roomReads = (media: Media, signer: GrantSigner) =>
  ({
    'room.look': async ({ tx, actorId }, { roomId }) => {
      const booking = await bookingByRoom(tx, roomId);
      const view = booking && (await viewFor(tx, actorId, booking.id));
      if (!view) return { ok: false, code: 'not-found' };
      const people = await cards(tx, [view.booking.mentorId, view.booking.menteeId]);
      return { ok: true, value: { ...view, people } };
    },

    'room.enter': async (context, { roomId, dtls }) => {
      const { tx, actorId, sessionId, now } = context;
      const booking = await bookingByRoom(tx, roomId);
      const role = booking && sideOf(booking, actorId);
      const [card] = await cards(tx, [actorId]);
      if (!booking || !role || !card) return { ok: false, code: 'not-found' };
      const phase = roomState(booking, now);
      if (phase !== 'open') return { ok: false, code: 'room-closed', phase };
      if (!(await bothActive(tx, booking)))
        return { ok: false, code: 'room-closed', phase: 'state' };
      const { closesAt } = windowOf(booking);
      const node = await placeOf(tx, media, roomId);
      if (node === null) return { ok: false, code: 'unavailable' };
      const epoch = await epochOf(tx, roomId);
      const grantId = randomUUID();
      const grant = await signer.room({
        grantId,
        roomId,
        epoch,
        personId: actorId,
        session: sessionMark(sessionId),
        name: card.name,
        role,
      });
      const value: QueryValue<'room.enter'> = {
        grant,
        node,
        closesAt: toText(closesAt),
        prepared: null,
      };
      context.afterCommit(async () => {
        const order = { roomId, epoch, grantId, personId: actorId };
        const [, prepared] = await Promise.all([
          media.open(node, { roomId, epoch, closesAt }),
          dtls && media.prepare(node, { ...order, dtlsParameters: dtls }),
        ]);
        value.prepared = prepared;
      });
      return { ok: true, value };
    },

    'room.probe': async ({ actorId }) => {
      const node = media.leastBusy();
      if (node === null) return { ok: false, code: 'unavailable' };
      return { ok: true, value: { grant: await signer.probe(actorId), node } };
    },
  }) satisfies Partial<QueryHandlers>;

/** A room is for two members: it closes to both when one's membership has ended. @see P4 */
async function bothActive(tx: Tx, { programId, mentorId, menteeId }: Booking): Promise<boolean> {
  for (const personId of [mentorId, menteeId])
    if ((await membership(tx, programId, personId))?.status !== 'active') return false;
  return true;
}
