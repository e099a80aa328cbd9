import type { Core } from '../../core.ts';
import { cast, castNames } from '../cast/cast.ts';

/** Ids of the demo's people by e-mail address; who has left is left out. */
export async function findPeople(core: Core): Promise<Map<string, string>> {
  const emails = castNames.map((name) => cast[name].email);
  const rows = await core.ledger.store.db
    .selectFrom('person')
    .select(['id', 'email'])
    .where('email', 'in', emails)
    .execute();
  return new Map(rows.map(({ id, email }) => [email, id]));
}
