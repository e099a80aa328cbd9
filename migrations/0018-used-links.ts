import { table, type Migration } from './table.ts';

/** Links in letters by which somebody has answered: each works once. */
export const usedLinks: Migration = async (db, dialect) => {
  await table(db, dialect, 'used_link')
    .addColumn('booking_id', 'text', (c) => c.notNull().references('booking.id'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('used_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('used_link_key', ['booking_id', 'version', 'person_id'])
    .execute();
};
