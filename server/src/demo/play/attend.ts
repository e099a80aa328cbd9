import { randomUUID } from 'node:crypto';
import { addMinutes, type Booking, type Instant, type Side } from '@confab/shared';
import type { Core } from '../../core.ts';
import { keepAttendance } from '../../features/rooms/attendance.ts';

/** How many minutes before the start each of them came. */
const early: Record<Side, number> = { mentee: 2, mentor: 1 };

/** These were in the booking's room until then, as its media node tells. @see W5 */
export async function attend(
  core: Core,
  booking: Booking,
  sides: readonly Side[],
  until: Instant,
): Promise<void> {
  const { roomId, terms, mentorId, menteeId } = booking;
  if (!roomId) return;
  const keep = keepAttendance(core.ledger, () => until);
  for (const side of sides) {
    const who = { roomId, personId: side === 'mentor' ? mentorId : menteeId };
    const came = addMinutes(terms.startsAt, -early[side]);
    await keep({ id: randomUUID(), ...who, kind: 'joined', at: came });
    await keep({ id: randomUUID(), ...who, kind: 'left', at: until });
  }
}
