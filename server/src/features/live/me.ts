import type { Me } from '@confab/shared/protocol';
import type { Look } from '../../db/look.ts';
import { openCases } from '../cases/queries.ts';
import { cardOf, listOf, personRow } from '../people/queries.ts';
import { membershipsSeen } from '../programs/queries.ts';

/** What a person sees of themselves. @throws Error if there is no such person */
export async function meOf(look: Look, personId: string): Promise<Me> {
  const row = await personRow(look.tx, personId);
  if (!row) throw new Error(`No person ${personId}`);
  const memberships = await membershipsSeen(look, personId);
  const manages = memberships.some(({ role, status }) => role === 'manager' && status === 'active');
  return {
    ...cardOf(row),
    email: row.email,
    admin: row.admin === 1,
    tongue: row.tongue,
    headline: row.headline,
    about: row.about,
    languages: listOf(row, 'languages'),
    subjects: listOf(row, 'subjects'),
    memberships,
    openCases: manages ? await openCases(look.tx, personId) : {},
  };
}
