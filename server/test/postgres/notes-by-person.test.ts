import { migrations } from '@confab/migrations';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';
import { expect, inject, test } from 'vitest';
import { TextByBytes } from '../../src/db/text-by-bytes.ts';
import { newDatabase } from './new-database.ts';

const step = '0032-notes-by-person';

test('L2: parted by person, notes are what they were, and a person’s lie in one part', async () => {
  const pool = new Pool({
    connectionString: await newDatabase(inject('postgres')?.maintenance ?? ''),
  });
  await using db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new TextByBytes()],
  });
  const before = Object.entries(migrations).filter(([name]) => name < step);
  for (const [, up] of before) await up(db, 'postgres');
  const people = Array.from({ length: 40 }, (_, n) => `person ${String(n)}`);
  await sql`insert into program (id, name, purpose, settings, directory_version, created_at)
    values ('p', 'P', '', '{}', 1, '2026')`.execute(db);
  for (const id of people)
    await sql`insert into person (id, name, email, zone, admin, headline, about, languages, subjects, created_at)
      values (${id}, ${id}, ${id}, 'UTC', 0, '', '', '[]', '[]', '2026')`.execute(db);
  for (const [n, id] of people.entries()) {
    const other = people[(n + 1) % people.length];
    await sql`insert into booking (id, program_id, mentor_id, mentee_id, state, starts_at, ends_at, closes_at, requested_at, document)
      values (${`of ${id}`}, 'p', ${id}, ${other}, 'accepted', '2027', '2027', '2027', '2026', '{}')`.execute(
      db,
    );
    for (const person of [id, other])
      await sql`insert into session_note (person_id, booking_id, folded)
        values (${person}, ${`of ${id}`}, ${`note ${String(n)}`})`.execute(db);
  }
  const notes = () => sql`select * from session_note order by person_id, booking_id`.execute(db);
  const { rows: kept } = await notes();
  expect(kept).toHaveLength(80);
  await migrations[step]?.(db, 'postgres');
  expect((await notes()).rows).toEqual(kept);

  const parts = await sql<{ parts: number }>`select count(distinct tableoid)::int as parts
    from session_note group by person_id`.execute(db);
  expect(parts.rows).toEqual(people.map(() => ({ parts: 1 })));
  const again = sql`insert into session_note select * from session_note limit 1`;
  await expect(again.execute(db)).rejects.toMatchObject({ code: '23505' });
  const nobodys = sql`insert into session_note values ('nobody', 'of person 1', '')`;
  await expect(nobodys.execute(db)).rejects.toMatchObject({ code: '23503' });
});
