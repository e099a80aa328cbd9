import { sql } from 'kysely';
import { table, type Migration } from './table.ts';

/** The audit log holds what is not about a session, too; a program's sessions are found by their time. */
export const auditLog: Migration = async (db, dialect) => {
  await table(db, dialect, 'audit_entry_of_anything')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('program_id', 'text', (c) => c.notNull().references('program.id'))
    .addColumn('booking_id', 'text', (c) => c.references('booking.id'))
    .addColumn('person_id', 'text', (c) => c.references('person.id'))
    .addColumn('actor_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('deed', 'text', (c) => c.notNull())
    .addColumn('before', 'text', (c) => c.notNull())
    .addColumn('after', 'text', (c) => c.notNull())
    .addColumn('reason', 'text')
    .addColumn('happened_at', 'text', (c) => c.notNull())
    .execute();
  const columns = sql.raw(
    'id, program_id, booking_id, actor_id, deed, "before", "after", reason, happened_at',
  );
  await sql`insert into audit_entry_of_anything (${columns}) select ${columns} from audit_entry`.execute(
    db,
  );
  await db.schema.dropTable('audit_entry').execute();
  await db.schema.alterTable('audit_entry_of_anything').renameTo('audit_entry').execute();
  await db.schema
    .createIndex('audit_entry_of_program')
    .on('audit_entry')
    .columns(['program_id', 'happened_at', 'id'])
    .execute();
  await db.schema
    .createIndex('audit_entry_of_booking')
    .on('audit_entry')
    .column('booking_id')
    .execute();
  await db.schema
    .createIndex('booking_of_program')
    .on('booking')
    .columns(['program_id', 'starts_at', 'id'])
    .execute();
};
