import { expect, test } from 'vitest';
import { askedOften } from '../src/db/asked-often.ts';
import { dialectOf } from '../src/db/dialect.ts';
import { eachOf, oneOf } from '../src/db/list.ts';
import { company } from './stage/company.ts';

test('what is asked often is put into SQL once, and answered for each argument', async () => {
  await using stage = (await company()).stage;
  let put = 0;
  const named = askedOften((tx, name: string, most: number) => {
    put++;
    return tx
      .selectFrom('person')
      .select(['name', 'admin'])
      .where('name', 'in', [name, 'Farid'])
      .where('admin', '=', 0)
      .orderBy('name')
      .limit(most);
  });
  const { store } = stage.core.ledger;
  const ask = (name: string, most: number) =>
    store.read(async (tx) => (await named(tx, name, most)).map((row) => row.name));
  expect(await ask('Aino', 5)).toEqual(['Aino', 'Farid']);
  expect(await ask('Otto', 5)).toEqual(['Farid', 'Otto']);
  expect(await ask('Otto', 1)).toEqual(['Farid']);
  expect(await ask('Sanna', 5)).toEqual(['Farid']);
  expect(put).toBe(1);
});

test('a change asked often writes what it is given each time', async () => {
  await using stage = (await company()).stage;
  const put = askedOften((tx, name: string, value: string) =>
    tx.insertInto('installation').values({ name, value }).returning('name'),
  );
  const { store } = stage.core.ledger;
  const [one] = await store.write((tx) => put(tx, 'one', '1'));
  const [two] = await store.write((tx) => put(tx, 'two', '2'));
  expect([one, two]).toEqual([{ name: 'one' }, { name: 'two' }]);
  const rows = await stage.db.selectFrom('installation').selectAll().orderBy('name').execute();
  expect(rows).toEqual([
    { name: 'one', value: '1' },
    { name: 'two', value: '2' },
  ]);
});

test('a list asked for often is one value, however long it is', async () => {
  await using stage = (await company()).stage;
  let put = 0;
  const those = askedOften((tx, names: readonly string[]) => {
    put++;
    return tx
      .selectFrom('person')
      .select('name')
      .where(oneOf(tx, 'name', names))
      .orderBy('name');
  });
  const ask = (names: string[]) =>
    stage.core.ledger.store.read(async (tx) => (await those(tx, names)).map(({ name }) => name));
  expect(await ask(['Otto', 'Aino', 'Nobody'])).toEqual(['Aino', 'Otto']);
  expect(await ask([])).toEqual([]);
  expect(put).toBe(1);
  expect(await ask(['Farid'])).toEqual(['Farid']);
  expect(await ask(['Aino'])).toEqual(['Aino']);
  expect(await ask(['Nobody'])).toEqual([]);
  expect(await ask(['Otto', 'Aino'])).toEqual(['Aino', 'Otto']);
  // On SQLite a single one has a wording of its own.
  expect(put).toBe(dialectOf(stage.db) === 'sqlite' ? 2 : 1);
});

test('of several lists each may be a single one', async () => {
  await using stage = (await company()).stage;
  const those = askedOften((tx, names: readonly string[], zones: readonly string[]) =>
    tx
      .selectFrom('person')
      .select('name')
      .where(oneOf(tx, 'name', names))
      .where(oneOf(tx, 'zone', zones))
      .orderBy('name'),
  );
  const { zone } = await stage.db
    .selectFrom('person')
    .select('zone')
    .where('name', '=', 'Otto')
    .executeTakeFirstOrThrow();
  const ask = (names: string[], zones: string[]) =>
    stage.core.ledger.store.read(async (tx) =>
      (await those(tx, names, zones)).map(({ name }) => name),
    );
  expect(await ask(['Otto'], [zone])).toEqual(['Otto']);
  expect(await ask(['Otto'], ['Nowhere/Else', zone])).toEqual(['Otto']);
  expect(await ask(['Otto', 'Nobody'], [zone])).toEqual(['Otto']);
  expect(await ask(['Otto', 'Nobody'], ['Nowhere/Else'])).toEqual([]);
});

test('a list asked for often may be where one begins, and where one looks', async () => {
  await using stage = (await company()).stage;
  const those = askedOften((tx, names: readonly string[]) =>
    tx
      .selectFrom(eachOf(tx, names))
      .innerJoin('person', 'person.name', 'each.value')
      .select('person.name')
      .where(oneOf(tx, 'person.name', names))
      .orderBy('person.name'),
  );
  const ask = (names: string[]) =>
    stage.core.ledger.store.read(async (tx) => (await those(tx, names)).map(({ name }) => name));
  expect(await ask(['Otto', 'Aino'])).toEqual(['Aino', 'Otto']);
  expect(await ask(['Otto'])).toEqual(['Otto']);
  expect(await ask([])).toEqual([]);
});
