import { sideOf, type Booking } from '@confab/shared';
import type { Stay } from '@confab/shared/protocol';
import type { Tx } from '../../db/database.ts';

/** Who was in the booking's rooms and when, the first to come first. @see W5 F3 */
export async function attendanceOf(
  tx: Tx,
  booking: Pick<Booking, 'id' | 'mentorId' | 'menteeId'>,
): Promise<Stay[]> {
  const rows = await tx
    .selectFrom('attendance')
    .select(['person_id', 'room_id', 'kind', 'happened_at'])
    .where('booking_id', '=', booking.id)
    .orderBy('happened_at')
    .orderBy('kind')
    .orderBy('id')
    .execute();
  const stays: Stay[] = [];
  const open = new Map<string, Stay>();
  for (const { person_id: personId, room_id: roomId, kind, happened_at: at } of rows) {
    const side = sideOf(booking, personId);
    if (!side) continue;
    const key = `${roomId} ${personId}`;
    const stay = open.get(key);
    if (kind === 'left') {
      if (stay) stay.leftAt = at;
      open.delete(key);
    } else if (!stay) {
      const begun: Stay = { side, joinedAt: at, leftAt: null };
      open.set(key, begun);
      stays.push(begun);
    }
  }
  return stays;
}
