import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { askedOften } from '../../src/db/asked-often.ts';
import { oneOf } from '../../src/db/list.ts';
import { StoreUnavailable } from '../../src/db/unavailable.ts';
import { freshStore } from '../stage/fresh-store.ts';

interface Prepared {
  statement: string;
}

test('what is asked often is prepared once on a line, lists and all; nothing else is', async () => {
  await using store = await freshStore();
  const named = askedOften((tx, names: readonly string[]) =>
    tx
      .selectFrom('installation')
      .select('name')
      .where(oneOf(tx, 'name', names))
      .orderBy('name'),
  );
  await store.db
    .insertInto('installation')
    .values(['a', 'b', 'c'].map((name) => ({ name, value: '' })))
    .execute();
  const [found, kept] = await store.read(async (tx) => {
    const answers: string[][] = [];
    for (const names of [['a'], [], ['c', 'b', 'none']])
      answers.push((await named(tx, names)).map(({ name }) => name));
    await tx.selectFrom('installation').select('value').where('name', '=', 'a').execute();
    const prepared = await sql<Prepared>`select statement from pg_prepared_statements`.execute(tx);
    return [answers, prepared.rows] as const;
  });
  expect(found).toEqual([['a'], [], ['b', 'c']]);
  expect(kept).toEqual([
    { statement: 'select "name" from "installation" where "name" = any($1) order by "name"' },
  ]);
});

test('what was prepared before a newer Confab changed the table is to be given again, elsewhere', async () => {
  await using store = await freshStore();
  const all = askedOften((tx) => tx.selectFrom('installation').selectAll());
  expect(await store.read((tx) => all(tx))).toEqual([]);
  await sql`alter table installation add column later text collate "C"`.execute(store.db);
  await expect(store.read((tx) => all(tx))).rejects.toBeInstanceOf(StoreUnavailable);
  await expect(store.write((tx) => all(tx))).rejects.toBeInstanceOf(StoreUnavailable);
  await sql`alter table installation drop column later`.execute(store.db);
  expect(await store.read((tx) => all(tx))).toEqual([]);
});
