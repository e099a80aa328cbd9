import { migrations } from '@confab/migrations';
import SqliteDatabase from 'better-sqlite3';
import { Kysely, sql, SqliteDialect } from 'kysely';
import { expect, test } from 'vitest';
import { searchText } from '@confab/shared';

const step = '0027-own-sessions';

test('L2: notes written before they were searched are found, and whom one had met', async () => {
  const database = new SqliteDatabase(':memory:');
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database }) });
  const before = Object.entries(migrations).filter(([name]) => name < step);
  for (const [, up] of before) await up(db, 'sqlite');
  for (const id of ['m', 'n'])
    await sql`insert into person (id, name, email, zone, admin, headline, about, languages, subjects, created_at)
      values (${id}, ${id}, ${id}, 'UTC', 0, '', '', '[]', '[]', '2026')`.execute(db);
  await sql`insert into program (id, name, purpose, settings, directory_version, created_at) values ('p', 'P', '', '{}', 1, '2026')`.execute(
    db,
  );
  const note = '  Ångström,\n on my RÉSUMÉ  ';
  const documents = [
    JSON.stringify({ note }),
    JSON.stringify({ note: null }),
    '{"note": dam',
    JSON.stringify({ note: ' ' }),
  ];
  for (const [n, document] of documents.entries())
    await sql`insert into booking (id, program_id, mentor_id, mentee_id, state, starts_at, ends_at, closes_at, requested_at, document)
      values (${`b${String(n)}`}, 'p', 'm', 'n', 'accepted', '2027', '2027', '2027', ${`202${String(n)}`}, ${document})`.execute(
      db,
    );
  await migrations[step]?.(db, 'sqlite');

  const all = async (of: string) => (await sql.raw(`select * from ${of}`).execute(db)).rows;
  const folded = searchText(note);
  expect(folded).toBe('angstrom, on my resume');
  expect(await all('session_note')).toEqual([
    { person_id: 'm', booking_id: 'b0', folded },
    { person_id: 'n', booking_id: 'b0', folded },
  ]);
  expect(await all('met')).toEqual([
    { person_id: 'm', side: 'mentor', other_id: 'n', program_id: 'p', latest_at: '2023' },
    { person_id: 'n', side: 'mentee', other_id: 'm', program_id: 'p', latest_at: '2023' },
  ]);
  await db.destroy();
});
