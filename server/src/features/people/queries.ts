import type { Selectable } from 'kysely';
import type { PersonCard } from '@confab/shared/protocol';
import type { Tx } from '../../db/database.ts';
import { oneOf } from '../../db/list.ts';
import type { PersonTable } from '../../db/tables.ts';

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
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'name', 'portrait', 'zone'])
    .where(oneOf(tx, 'id', wanted))
    .orderBy('id')
    .execute();
  return rows.map(cardOf);
}

/** The whole row, or null. */
export async function personRow(tx: Tx, id: string): Promise<PersonRow | null> {
  const row = await tx.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

export async function isAdmin(tx: Tx, id: string): Promise<boolean> {
  return (await personRow(tx, id))?.admin === 1;
}

/** A JSON list of texts as stored. */
export const texts = (json: string): string[] => JSON.parse(json) as string[];
