import type { QueryHandlers } from '../../command/handlers.ts';
import { cards, isAdmin } from '../people/queries.ts';
import { membersNamed, membership, programName } from '../programs/queries.ts';
import { entriesAfter, namedBy } from './queries.ts';

const pageLength = 20;

/**
 * Who changed what: for the program's managers, and, without what concerns sessions, for admins,
 * who decide the rest of it. @see F4
 */
export const auditReads = {
  'program.audit': async ({ tx, actorId }, { programId, about, name, before }) => {
    const own = await membership(tx, programId, actorId);
    const manages = own?.status === 'active' && own.role === 'manager';
    if (!manages && !(await isAdmin(tx, actorId)))
      return { ok: false, code: own?.status === 'active' ? 'forbidden' : 'not-found' };
    const people = await membersNamed(tx, programId, name);
    const wanted = { programId, about, people, sessionsBut: manages ? actorId : null };
    const page = await entriesAfter(tx, wanted, before, pageLength + 1);
    const called = await programName(tx, programId);
    if (!page || called === '') return { ok: false, code: 'not-found' };
    const entries = page.slice(0, pageLength);
    return {
      ok: true,
      value: {
        programName: called,
        shown: manages ? 'all' : 'decided-by-admins',
        entries,
        people: await cards(tx, entries.flatMap(namedBy)),
        more: page.length > pageLength,
      },
    };
  },
} satisfies Partial<QueryHandlers>;
