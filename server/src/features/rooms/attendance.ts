import { randomUUID } from 'node:crypto';
import { toText, type Attendance, type Instant, type NodeStatus } from '@confab/shared';
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
 * Ends the stays of those who were in a room when their node was killed: it could not say so itself.
 * Asked when a node has told all the attendance it had. The time is the present one, the earliest
 * that is known. @see W5
 */
export const endBrokenStays =
  (ledger: Ledger, clock: () => Instant) =>
  (node: string, { at, rooms }: NodeStatus): Promise<void> => {
    const now = clock();
    const seated = new Set(
      rooms.flatMap(({ roomId, personIds }) => personIds.map((id) => `${roomId} ${id}`)),
    );
    return transact(ledger, now, async ({ tx }) => {
      for (const stay of await openStays(tx, node, toText(at)))
        if (!seated.has(`${stay.roomId} ${stay.personId}`))
          await writeAttendance(tx, { ...stay, id: randomUUID(), kind: 'left', at: toText(now) });
    });
  };
