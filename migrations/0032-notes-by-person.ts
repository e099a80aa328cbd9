import { sql } from 'kysely';
import type { Migration } from './table.ts';

/** Few enough to be copied and dumped at ease; whoever has thousands lies with few others. */
const parts = 64;

/**
 * On SQLite a person's notes lie together, in the order of their key. PostgreSQL keeps rows in the
 * order in which they came: to look through one's own was to read a page for each. Here they are
 * parted by person. @see decision 125
 */
export const notesByPerson: Migration = async (db, dialect) => {
  if (dialect === 'sqlite') return;
  await db.schema
    .createTable('session_note_by_person')
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('booking_id', 'text', (c) => c.notNull().references('booking.id'))
    .addColumn('folded', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('session_note_by_person_key', ['person_id', 'booking_id'])
    .modifyEnd(sql`partition by hash (person_id)`)
    .execute();
  for (let part = 0; part < parts; part++)
    await sql`create table ${sql.table(`session_note_${String(part)}`)}
      partition of session_note_by_person
      for values with (modulus ${sql.lit(parts)}, remainder ${sql.lit(part)})`.execute(db);
  await sql`insert into session_note_by_person (person_id, booking_id, folded)
    select person_id, booking_id, folded from session_note`.execute(db);
  await db.schema.dropTable('session_note').execute();
  await db.schema.alterTable('session_note_by_person').renameTo('session_note').execute();
  // Until it has been looked at, questions are planned as if there were nothing in it.
  await sql`analyze session_note`.execute(db);
};
