import { toText, type Attendance, type Instant } from '@confab/shared';
import { transact, type Ledger } from '../../command/transact.ts';
import { bookingOfRoom } from '../bookings/queries.ts';

/** Keeps who came and left, once each, append-only; resolves when it is on disk. @see W5 */
export const keepAttendance =
  (ledger: Ledger, clock: () => Instant) =>
  (event: Attendance): Promise<void> =>
    transact(ledger, clock(), async ({ tx }) => {
      const bookingId = await bookingOfRoom(tx, event.roomId);
      if (!bookingId) return;
      await tx
        .insertInto('attendance')
        .values({
          id: event.id,
          booking_id: bookingId,
          room_id: event.roomId,
          person_id: event.personId,
          kind: event.kind,
          happened_at: toText(event.at),
        })
        .onConflict((on) => on.column('id').doNothing())
        .execute();
    });
