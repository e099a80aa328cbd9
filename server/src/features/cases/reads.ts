import { openCaseOf, isMarked } from '@confab/shared';
import type { Answer } from '@confab/shared/protocol';
import type { QueryHandlers } from '../../command/handlers.ts';
import type { Tx } from '../../db/database.ts';
import { namedBy, settlementsOf } from '../audit/queries.ts';
import { bookingById } from '../bookings/queries.ts';
import { cards } from '../people/queries.ts';
import { membersNamed, membership, programName } from '../programs/queries.ts';
import { markedBefore } from './marked.ts';
import { casesAfter, openedAt } from './queries.ts';
import { caseView, markedView } from './views.ts';

const pageLength = 20;

/** What waits for the managers of a program, or did: nobody else sees it, an admin neither. @see F4 F5 */
export const caseReads = {
  'program.cases': async ({ tx, actorId, now }, { programId, after }) => {
    const refused = await refusedTo(tx, programId, actorId);
    if (refused) return refused;
    const page = await casesAfter(tx, programId, after, pageLength + 1);
    if (!page) return notFound;
    const shown = page.slice(0, pageLength);
    const cases = [];
    for (const one of shown) cases.push(await caseView(tx, one.booking, one, now));
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

  'program.case': async ({ tx, actorId, now }, { programId, bookingId }) => {
    const refused = await refusedTo(tx, programId, actorId);
    if (refused) return refused;
    const booking = await bookingById(tx, bookingId);
    if (booking?.programId !== programId) return notFound;
    const kind = openCaseOf(booking, now);
    if (!kind && !isMarked(booking)) return notFound;
    const waits = kind && { kind, openedAt: await openedAt(tx, bookingId) };
    const settlements = await settlementsOf(tx, bookingId, actorId);
    const people = [booking.mentorId, booking.menteeId, ...settlements.flatMap(namedBy)];
    return {
      ok: true,
      value: {
        programName: await programName(tx, programId),
        case: await caseView(tx, booking, waits, now),
        settlements,
        people: await cards(tx, people),
      },
    };
  },

  'program.marked': async ({ tx, actorId }, { programId, name, before }) => {
    const refused = await refusedTo(tx, programId, actorId);
    if (refused) return refused;
    const people = await membersNamed(tx, programId, name);
    const { bookings, next } = await markedBefore(tx, { programId, people }, before, pageLength);
    return {
      ok: true,
      value: {
        programName: await programName(tx, programId),
        sessions: bookings.map(markedView),
        people: await cards(
          tx,
          bookings.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]),
        ),
        next,
      },
    };
  },
} satisfies Partial<QueryHandlers>;

const notFound = { ok: false, code: 'not-found' } as const;

/** Null to an active manager of the program. */
async function refusedTo(
  tx: Tx,
  programId: string,
  personId: string,
): Promise<(Answer<never> & { ok: false }) | null> {
  const own = await membership(tx, programId, personId);
  if (own?.status !== 'active') return notFound;
  return own.role === 'manager' ? null : { ok: false, code: 'forbidden' };
}
