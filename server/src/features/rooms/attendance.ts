import { randomUUID } from 'node:crypto';
import { toText, type Attendance, type Instant } from '@confab/shared';
import { transact, type Ledger } from '../../command/transact.ts';
import { bookingOfRoom } from '../bookings/queries.ts';
import { openStays, writeAttendance } from './store.ts';

/** Keeps who came and left, once each, append-only; resolves when it is on disk. @see W5 */
export const keepAttendance =
  (ledger: Ledger, clock: () => Instant) =>
  (event: Attendance): Promise<void> =>
    transact(ledger, clock(), async ({ tx }) => {
      const bookingId = await bookingOfRoom(tx, event.roomId);
      if (!bookingId) return;
      await writeAttendance(tx, { ...event, bookingId, at: toText(event.at) });
    });

/**
 * Ends the stays of those who were in a room when the node was killed: it could not say so itself.
 * Their time is that of the start, the earliest that is known. @see W5
 */
export const endBrokenStays = (ledger: Ledger, now: Instant): Promise<void> =>
  transact(ledger, now, async ({ tx }) => {
    for (const stay of await openStays(tx))
      await writeAttendance(tx, { ...stay, id: randomUUID(), kind: 'left', at: toText(now) });
  });
