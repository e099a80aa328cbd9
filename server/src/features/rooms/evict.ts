import type { Instant } from '@confab/shared';
import { transact, type Ledger } from '../../command/transact.ts';
import type { Media } from '../../ports/media.ts';
import { roomsOf } from '../bookings/queries.ts';

/** Takes a person out of every room they could be in: they are signed out everywhere. */
export async function evictEverywhere(
  ledger: Ledger,
  media: Media,
  personId: string,
  now: Instant,
): Promise<void> {
  const rooms = await transact(ledger, now, ({ tx }) => roomsOf(tx, personId, now));
  for (const { roomId, revision } of rooms)
    await media.evict({ roomId, epoch: revision, personId });
}
