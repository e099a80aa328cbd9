import { randomUUID } from 'node:crypto';
import { toText, type Attendance, type Instant, type NodeStatus } from '@confab/shared';
import { transact, type Ledger } from '../../command/transact.ts';
import { holdThose } from '../../feed/hold.ts';
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
 * Asked when a node has told all the attendance it had. They were gone when it said who is there,
 * and may have come again since. Of several servers that are told so, one ends a stay: people are
 * held before it is looked for. @see W5
 */
export const endBrokenStays =
  (ledger: Ledger, clock: () => Instant) =>
  (node: string, status: NodeStatus): Promise<void> => {
    const at = toText(status.at);
    const seated = new Set(
      status.rooms.flatMap(({ roomId, personIds }) => personIds.map((id) => `${roomId} ${id}`)),
    );
    return transact(ledger, clock(), async ({ tx }) => {
      const broken = async () =>
        (await openStays(tx, node, status.at)).filter(
          ({ roomId, personId }) => !seated.has(`${roomId} ${personId}`),
        );
      await holdThose(tx, async () => (await broken()).map(({ personId }) => personId));
      for (const stay of await broken())
        await writeAttendance(tx, { ...stay, id: randomUUID(), kind: 'left', at });
    });
  };
