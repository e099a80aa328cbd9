import { migrations } from '@confab/migrations';
import SqliteDatabase from 'better-sqlite3';
import { Kysely, sql, SqliteDialect } from 'kysely';
import { expect, test } from 'vitest';

const step = '0033-audit-log';

test('F4: what was settled before the log could be read is in it, word for word', async () => {
  const database = new SqliteDatabase(':memory:');
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database }) });
  const before = Object.entries(migrations).filter(([name]) => name < step);
  for (const [, up] of before) await up(db, 'sqlite');
  for (const id of ['m', 'n', 'o'])
    await sql`insert into person (id, name, email, zone, admin, headline, about, languages, subjects, created_at)
      values (${id}, ${id}, ${id}, 'UTC', 0, '', '', '[]', '[]', '2026')`.execute(db);
  await sql`insert into program (id, name, purpose, settings, directory_version, created_at) values ('p', 'P', '', '{}', 1, '2026')`.execute(
    db,
  );
  await sql`insert into booking (id, program_id, mentor_id, mentee_id, state, starts_at, ends_at, closes_at, requested_at, document)
    values ('b', 'p', 'm', 'n', 'completed', '2027', '2027', '2027', '2026', '{}')`.execute(db);
  const entry = {
    id: 'e',
    program_id: 'p',
    booking_id: 'b',
    actor_id: 'o',
    deed: 'booking.settle',
    before: '{"state":"accepted"}',
    after: '{"state":"no-show","of":"mentee"}',
    reason: 'Both tell me so',
    happened_at: '2027-01-01T00:00:00.000Z',
  };
  await sql`insert into audit_entry (id, program_id, booking_id, actor_id, deed, "before", "after", reason, happened_at)
    values (${sql.join(Object.values(entry))})`.execute(db);
  await migrations[step]?.(db, 'sqlite');
  const { rows } = await sql`select * from audit_entry`.execute(db);
  expect(rows).toEqual([{ ...entry, person_id: null }]);
  expect(database.pragma('foreign_key_check')).toEqual([]);
  await db.destroy();
});
