import { toText, type Instant, type Tongue } from '@confab/shared';
import type { Db, Tx } from '../../db/database.ts';
import type { PersonTable } from '../../db/tables/people.ts';
import { openFeed } from '../../feed/store.ts';

/** Adds the person behind a new account. `id` is the account's. */
export async function addPerson(
  tx: Tx | Db,
  person: {
    id: string;
    name: string;
    email: string;
    zone: string;
    tongue?: Tongue | undefined;
    admin: boolean;
  },
  now: Instant,
): Promise<void> {
  await tx
    .insertInto('person')
    .values({
      ...person,
      tongue: person.tongue ?? 'en',
      admin: person.admin ? 1 : 0,
      portrait: null,
      headline: '',
      about: '',
      languages: '[]',
      subjects: '[]',
      created_at: toText(now),
    })
    .execute();
  await openFeed(tx, person.id);
}

export type PersonChange = Partial<
  Pick<
    PersonTable,
    'name' | 'zone' | 'tongue' | 'portrait' | 'headline' | 'about' | 'languages' | 'subjects'
  >
>;

export async function changePerson(tx: Tx, personId: string, change: PersonChange): Promise<void> {
  if (Object.keys(change).length === 0) return;
  await tx.updateTable('person').set(change).where('id', '=', personId).execute();
}
