import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { addPerson } from '../../src/features/people/store.ts';
import { cards } from '../../src/features/people/queries.ts';
import { Stage } from '../stage/stage.ts';

test('ids compare by their bytes, though the database sorts as English does', async () => {
  await using stage = await Stage.open();
  const { rows } = await sql<{ english: boolean }>`select 'a' < 'B' as english`.execute(stage.db);
  expect(rows).toEqual([{ english: true }]);

  const ids = ['a', 'B', '_c', 'b', 'A', '-d', 'é'];
  for (const id of ids)
    await addPerson(stage.db, { id, name: id, email: id, zone: 'UTC', admin: false }, stage.now);
  const found = await stage.core.ledger.store.read((tx) => cards(tx, ids));
  expect(found.map(({ id }) => id)).toEqual(ids.toSorted());

  const columns = await sql<{ name: string }>`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'public' and data_type = 'text' and collation_name is distinct from 'C'
  `.execute(stage.db);
  expect(columns.rows).toEqual([]);
});
