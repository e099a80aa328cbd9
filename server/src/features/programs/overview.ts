import { toText, type Instant } from '@confab/shared';
import type { QueryValue } from '@confab/shared/protocol';
import type { Tx } from '../../db/database.ts';
import { cardOf } from '../people/queries.ts';

/** Every program with its members and open invitations, for an admin. */
export async function overviewOf(
  tx: Tx,
  now: Instant,
): Promise<QueryValue<'admin.overview'>['programs']> {
  const programs = await tx.selectFrom('program').select(['id', 'name']).orderBy('name').execute();
  const members = await tx
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .selectAll('person')
    .select(['membership.program_id', 'membership.role', 'membership.status'])
    .orderBy('person.name')
    .execute();
  const invitations = await tx
    .selectFrom('invitation')
    .select(['program_id', 'role', 'created_at', 'uses'])
    .where('expires_at', '>', toText(now))
    .orderBy('created_at')
    .execute();
  return programs.map(({ id, name }) => ({
    id,
    name,
    members: members
      .filter((row) => row.program_id === id)
      .map((row) => ({ ...cardOf(row), email: row.email, role: row.role, status: row.status })),
    invitations: invitations
      .filter((row) => row.program_id === id)
      .map((row) => ({ role: row.role, createdAt: row.created_at, uses: row.uses })),
  }));
}
