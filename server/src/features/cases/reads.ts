import { isMarked, toJson, toText, type Booking, type Outcome, type Side } from '@confab/shared';
import type { CaseView } from '@confab/shared/protocol';
import type { QueryHandlers } from '../../command/handlers.ts';
import type { Tx } from '../../db/database.ts';
import { cards } from '../people/queries.ts';
import { membership, programName } from '../programs/queries.ts';
import { attendanceOf } from '../rooms/queries.ts';
import { casesAfter, type OpenCase } from './queries.ts';

const pageLength = 20;

/** What waits for the managers of a program: nobody else sees it, an admin neither. @see F4 F5 */
export const caseReads = {
  'program.cases': async ({ tx, actorId }, { programId, after }) => {
    const own = await membership(tx, programId, actorId);
    if (own?.status !== 'active') return { ok: false, code: 'not-found' };
    if (own.role !== 'manager') return { ok: false, code: 'forbidden' };
    const page = await casesAfter(tx, programId, after, pageLength + 1);
    if (!page) return { ok: false, code: 'not-found' };
    const shown = page.slice(0, pageLength);
    const cases: CaseView[] = [];
    for (const one of shown) cases.push(await viewOf(tx, one));
    const people = shown.flatMap(({ booking }) => [booking.mentorId, booking.menteeId]);
    return {
      ok: true,
      value: {
        programName: await programName(tx, programId),
        cases,
        people: await cards(tx, people),
        more: page.length > pageLength,
      },
    };
  },
} satisfies Partial<QueryHandlers>;

async function viewOf(tx: Tx, { booking, kind, openedAt }: OpenCase): Promise<CaseView> {
  const { id: bookingId, mentorId, menteeId, terms } = booking;
  return {
    bookingId,
    kind,
    openedAt,
    mentorId,
    menteeId,
    startsAt: toText(terms.startsAt),
    endsAt: toText(terms.endsAt),
    online: terms.location.kind === 'online',
    mark: markOf(booking),
    contest: isMarked(booking) ? toJson(booking.contest) : null,
    attendance: await attendanceOf(tx, booking),
  };
}

/** What one of the two marked. */
function markOf(booking: Booking): { bySide: Side; outcome: Outcome } | null {
  if (!isMarked(booking) || booking.markedBySide === 'manager') return null;
  const bySide = booking.markedBySide;
  return booking.state === 'completed'
    ? { bySide, outcome: { kind: 'completed', minutes: booking.actualMinutes } }
    : { bySide, outcome: { kind: 'no-show', of: booking.of } };
}
