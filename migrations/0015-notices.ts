import { table, type Migration } from './table.ts';

/** What each person is told of, and how far they have seen it. */
export const notices: Migration = async (db, dialect) => {
  await table(db, dialect, 'notice_mark')
    .addColumn('person_id', 'text', (c) => c.primaryKey().references('person.id'))
    .addColumn('last_no', 'integer', (c) => c.notNull())
    .addColumn('read_up_to', 'integer', (c) => c.notNull())
    .execute();

  await table(db, dialect, 'notice')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('no', 'integer', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('booking_id', 'text', (c) => c.notNull().references('booking.id'))
    .addColumn('starts_at', 'text', (c) => c.notNull())
    .addColumn('told_at', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('notice_by_no')
    .on('notice')
    .columns(['person_id', 'no'])
    .unique()
    .execute();
};
