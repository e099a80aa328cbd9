import type { Instant } from '@confab/shared';
import { transact, type Ledger } from '../../command/transact.ts';
import type { Media } from '../../ports/media.ts';
import { roomsOf } from '../bookings/queries.ts';
import { sessionMark } from './session-mark.ts';
import { beginEpoch } from './store.ts';

/** Who has to leave: a person, or the one sign-in of theirs that has ended. */
type Whom = { personId: string } | { personId: string; sessionId: string };

/**
 * Puts someone out of every room they could be in. The new epoch voids grants that are on their
 * way; everyone else gets a fresh one at their next connection.
 */
export async function evictEverywhere(
  ledger: Ledger,
  media: Media,
  whom: Whom,
  now: Instant,
): Promise<void> {
  const { personId } = whom;
  const session = 'sessionId' in whom ? sessionMark(whom.sessionId) : null;
  const seats = await transact(ledger, now, async ({ tx }) => {
    const orders = [];
    for (const roomId of await roomsOf(tx, personId, now))
      orders.push({ roomId, epoch: await beginEpoch(tx, roomId), personId, session });
    return orders;
  });
  for (const seat of seats) await media.evict(seat);
}
