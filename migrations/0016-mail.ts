import { table, type Migration } from './table.ts';

/** Mail that waits to be sent, or was, or could not be; and what people want to be mailed. */
export const mail: Migration = async (db, dialect) => {
  await table(db, dialect, 'outbox')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('booking_id', 'text', (c) => c.references('booking.id'))
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('next_at', 'text', (c) => c.notNull())
    .addColumn('fault', 'text')
    .addColumn('made_at', 'text', (c) => c.notNull())
    .addColumn('ended_at', 'text')
    .execute();
  await db.schema
    .createIndex('outbox_by_turn')
    .on('outbox')
    .columns(['state', 'next_at'])
    .execute();

  await table(db, dialect, 'mail_choice')
    .addColumn('person_id', 'text', (c) => c.primaryKey().references('person.id'))
    .addColumn('choices', 'text', (c) => c.notNull())
    .execute();
};
