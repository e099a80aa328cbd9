import SqliteDatabase from 'better-sqlite3';
import { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { cacheStatements } from '../../src/db/statement-cache.ts';
import { EmbeddedDialect } from '../../src/db/sqlite-dialect.ts';
import { openSqlite } from '../../src/db/open.ts';

/** A connection that counts what it prepares. */
function counted() {
  const sqlite = new SqliteDatabase(':memory:');
  const prepared: string[] = [];
  const prepare = sqlite.prepare.bind(sqlite);
  sqlite.prepare = (text: string) => {
    prepared.push(text);
    return prepare(text);
  };
  return { sqlite, prepared };
}

test('a statement is prepared once, and gives way when it was used longest ago', () => {
  const { sqlite, prepared } = counted();
  const cache = cacheStatements(sqlite, 2);
  for (const text of ['select 1', 'select 2', 'select 1', 'select 3', 'select 1', 'select 2'])
    cache.prepare(text);
  expect(prepared).toEqual(['select 1', 'select 2', 'select 3', 'select 2']);
  cache.close();
});

test('a kept statement answers anew each time, with what it is given', () => {
  const { sqlite } = counted();
  const cache = cacheStatements(sqlite);
  cache.prepare('create table one (n integer)').run([]);
  for (const n of [1, 2]) cache.prepare('insert into one values (?)').run([n]);
  const rows = () => cache.prepare('select n from one where n >= ? order by n').all([1]);
  expect(rows()).toEqual([{ n: 1 }, { n: 2 }]);
  cache.prepare('delete from one where n = ?').run([1]);
  expect(rows()).toEqual([{ n: 2 }]);
  cache.close();
});

test('a statement is planned once, whatever it is asked for', () => {
  const { sqlite } = counted();
  sqlite.exec('create table one (a text, n integer, primary key (a, n))');
  const db = new Kysely<{ one: { a: string; n: number } }>({
    dialect: new EmbeddedDialect({ database: cacheStatements(sqlite) }),
  });
  const query = db.selectFrom('one').selectAll().where('a', '=', 'x').where('n', '>', 1).limit(2);
  const { sql } = query.compile();
  // A bare parameter is looked at while the plan is made, which is then made for each value anew.
  expect(sql.replaceAll('+?', '')).not.toContain('?');
  const plan = sqlite.prepare(`explain query plan ${sql}`).all('x', 1, 2) as { detail: string }[];
  expect(plan.map(({ detail }) => detail)).toEqual([
    expect.stringMatching(/^SEARCH one USING COVERING INDEX .*\(a=\? AND n>\?\)$/),
  ]);
  sqlite.close();
});

test('nothing is streamed from the connection that writes', async () => {
  await using store = await openSqlite(':memory:');
  await expect(async () => {
    for await (const _ of store.db.selectFrom('person').select('id').stream()) expect(_).toBe(0);
  }).rejects.toThrow('never streamed');
});
