import type { Selectable } from 'kysely';
import type { PersonCard } from '@confab/shared/protocol';
import { askedOften } from '../../db/asked-often.ts';
import { legible } from '../../db/damage.ts';
import type { Tx } from '../../db/database.ts';
import type { Look } from '../../db/look.ts';
import { oneOf } from '../../db/list.ts';
import { remembered } from '../../db/remembered.ts';
import type { PersonTable } from '../../db/tables/people.ts';

type PersonRow = Selectable<PersonTable>;

export const cardOf = (row: Pick<PersonRow, 'id' | 'name' | 'portrait' | 'zone'>): PersonCard => ({
  id: row.id,
  name: row.name,
  portrait: row.portrait,
  zone: row.zone,
});

/** The cards of the named people, unknown ids left out. */
export async function cards(tx: Tx, ids: Iterable<string>): Promise<PersonCard[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  return (await cardRows(tx, wanted)).map(cardOf);
}

const cardRows = askedOften((tx, ids: readonly string[]) =>
  tx
    .selectFrom('person')
    .select(['id', 'name', 'portrait', 'zone'])
    .where(oneOf(tx, 'id', ids))
    .orderBy('id'),
);

const cardRow = remembered(
  'card of',
  ['person'],
  askedOften((tx, id: string) =>
    tx.selectFrom('person').select(['id', 'name', 'portrait', 'zone']).where('id', '=', id),
  ),
);

/** The same at a look, in the order named. */
export async function cardsSeen(look: Look, ids: readonly string[]): Promise<PersonCard[]> {
  const found: PersonCard[] = [];
  for (const id of ids) for (const row of await cardRow(look, id)) found.push(cardOf(row));
  return found;
}

/** The whole row, or null. */
export async function personRow(tx: Tx, id: string): Promise<PersonRow | null> {
  const [row] = await wholeRow(tx, id);
  return row ?? null;
}

const wholeRow = askedOften((tx, id: string) =>
  tx.selectFrom('person').selectAll().where('id', '=', id),
);

export async function isAdmin(tx: Tx, id: string): Promise<boolean> {
  return (await personRow(tx, id))?.admin === 1;
}

/** What a person has said of themselves as a list; empty where it cannot be read. */
export const listOf = (
  row: Pick<PersonRow, 'id' | 'languages' | 'subjects'>,
  column: 'languages' | 'subjects',
): string[] =>
  legible({ table: 'person', id: row.id, column }, () => {
    const list: unknown = JSON.parse(row[column]);
    if (Array.isArray(list) && list.every((one) => typeof one === 'string')) return list;
    throw new Error('not a list of texts');
  }) ?? [];
