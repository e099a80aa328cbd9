import { sql } from 'kysely';
import { table, type Migration } from './table.ts';

/** Sessions that wait for a manager, and what managers have settled, for good. */
export const cases: Migration = async (db, dialect) => {
  await table(db, dialect, 'open_case')
    .addColumn('booking_id', 'text', (c) => c.primaryKey().references('booking.id'))
    .addColumn('program_id', 'text', (c) => c.notNull().references('program.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('opened_at', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('open_case_of_program')
    .on('open_case')
    .columns(['program_id', 'opened_at', 'booking_id'])
    .execute();

  await table(db, dialect, 'audit_entry')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('program_id', 'text', (c) => c.notNull().references('program.id'))
    .addColumn('booking_id', 'text', (c) => c.notNull().references('booking.id'))
    .addColumn('actor_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('deed', 'text', (c) => c.notNull())
    .addColumn('before', 'text', (c) => c.notNull())
    .addColumn('after', 'text', (c) => c.notNull())
    .addColumn('reason', 'text')
    .addColumn('happened_at', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('audit_entry_of_program')
    .on('audit_entry')
    .columns(['program_id', 'happened_at'])
    .execute();

  // What was agreed before is looked at once it is over, which may be long ago.
  await sql`insert into wakeup (kind, ref, due_at)
    select 'forgotten', id, ends_at from booking where state = 'accepted'`.execute(db);
};
