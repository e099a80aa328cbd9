import {
  isMarked,
  maySettle,
  toJson,
  toText,
  type Booking,
  type Completed,
  type Instant,
  type NoShow,
} from '@confab/shared';
import type { CaseView, MarkedSession, MarkView } from '@confab/shared/protocol';
import type { Tx } from '../../db/database.ts';
import { attendanceOf } from '../rooms/queries.ts';

const session = ({ id: bookingId, mentorId, menteeId, terms }: Booking) => ({
  bookingId,
  mentorId,
  menteeId,
  startsAt: toText(terms.startsAt),
  endsAt: toText(terms.endsAt),
});

/** What a session is judged by. @see F4 F5 */
export async function caseView(
  tx: Tx,
  booking: Booking,
  waits: Pick<CaseView, 'kind' | 'openedAt'> | null,
  now: Instant,
): Promise<CaseView> {
  const may = maySettle(booking, { role: 'manager', side: null }, now);
  return {
    ...session(booking),
    revision: booking.revision,
    kind: waits?.kind ?? null,
    openedAt: waits?.openedAt ?? null,
    settleFrom: !may.ok && may.code === 'too-early' ? toText(may.untilAt) : null,
    online: booking.terms.location.kind === 'online',
    mark: isMarked(booking) ? markOf(booking) : null,
    contest: isMarked(booking) ? toJson(booking.contest) : null,
    attendance: await attendanceOf(tx, booking),
  };
}

export const markedView = (booking: Completed | NoShow): MarkedSession => ({
  ...session(booking),
  mark: markOf(booking),
  contested: booking.contest !== null,
});

function markOf(booking: Completed | NoShow): MarkView {
  const bySide = booking.markedBySide;
  return booking.state === 'completed'
    ? { bySide, outcome: { kind: 'completed', minutes: booking.actualMinutes } }
    : { bySide, outcome: { kind: 'no-show', of: booking.of } };
}
