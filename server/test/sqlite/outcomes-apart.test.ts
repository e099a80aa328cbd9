import { migrations } from '@confab/migrations';
import SqliteDatabase from 'better-sqlite3';
import { Kysely, sql, SqliteDialect } from 'kysely';
import { expect, test } from 'vitest';

const step = '0037-outcomes-apart';

test('B5: outcomes that lie apart from their keys are all there, once each', async () => {
  const database = new SqliteDatabase(':memory:');
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database }) });
  const before = Object.entries(migrations).filter(([name]) => name < step);
  for (const [, up] of before) await up(db, 'sqlite');
  const keep = () =>
    sql`insert into command_outcome (person_id, command_id, payload_hash, outcome, decided_at)
      values ('p', 'c', 'h', '{"ok":true}', '2026')`.execute(db);
  await keep();
  await migrations[step]?.(db, 'sqlite');

  const all = async (of: string) => (await sql.raw(`select * from ${of}`).execute(db)).rows;
  expect(await all('command_outcome')).toEqual([
    {
      person_id: 'p',
      command_id: 'c',
      payload_hash: 'h',
      outcome: '{"ok":true}',
      decided_at: '2026',
    },
  ]);
  await expect(keep()).rejects.toThrow('UNIQUE');
  const made = await all("sqlite_schema where tbl_name = 'command_outcome' and sql is not null");
  expect(made).toEqual([
    expect.objectContaining({ sql: expect.stringMatching(/strict$/i) as string }),
    expect.objectContaining({ name: 'command_outcome_by_age' }),
  ]);
  expect(await all("sqlite_schema where name like '%_before'")).toEqual([]);
  await db.destroy();
});
