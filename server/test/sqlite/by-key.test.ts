import { migrations } from '@confab/migrations';
import SqliteDatabase from 'better-sqlite3';
import { Kysely, sql, SqliteDialect } from 'kysely';
import { expect, test } from 'vitest';

const step = '0020-by-key';

test('tables laid by their key keep what they held, their rules and their indexes', async () => {
  const database = new SqliteDatabase(':memory:');
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database }) });
  const before = Object.entries(migrations).filter(([name]) => name < step);
  for (const [, up] of before) await up(db, 'sqlite');
  await sql`insert into person (id, name, email, zone, admin, headline, about, languages, subjects, created_at)
    values ('p', 'Aino', 'a@example.org', 'UTC', 0, '', '', '[]', '[]', '2026')`.execute(db);
  await sql`insert into feed_entry (person_id, seq, kind, ref, written_at) values ('p', 1, 'me', 'p', '2026')`.execute(
    db,
  );
  await migrations[step]?.(db, 'sqlite');

  const all = async (of: string) => (await sql.raw(`select * from ${of}`).execute(db)).rows;
  expect(await all('feed_entry')).toEqual([
    { person_id: 'p', seq: 1, kind: 'me', ref: 'p', written_at: '2026' },
  ]);
  // Whoever had no feed yet has one.
  expect(await all('feed_head')).toEqual([{ person_id: 'p', seq: 0 }]);
  const made = await all("sqlite_schema where tbl_name = 'feed_entry' and sql is not null");
  expect(made).toEqual([
    expect.objectContaining({ sql: expect.stringMatching(/strict, without rowid$/i) as string }),
    expect.objectContaining({ name: 'feed_entry_by_age' }),
  ]);
  await expect(
    sql`insert into feed_entry values ('p', 'one', 'me', 'p', '2026')`.execute(db),
  ).rejects.toThrow('cannot store TEXT');
  expect(await all("sqlite_schema where name like '%_before'")).toEqual([]);
  await db.destroy();
});
