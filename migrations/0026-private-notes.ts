import { table, type Migration } from './table.ts';

/** What each of the two notes down on a booking for themselves. */
export const privateNotes: Migration = async (db, dialect) => {
  await table(db, dialect, 'private_note')
    .addColumn('booking_id', 'text', (c) => c.notNull().references('booking.id'))
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('private_note_key', ['booking_id', 'person_id'])
    .execute();
};
