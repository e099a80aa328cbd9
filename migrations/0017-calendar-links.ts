import { table, type Migration } from './table.ts';

/** The address of each person's private calendar, of which only a digest is kept. */
export const calendarLinks: Migration = async (db, dialect) => {
  await table(db, dialect, 'calendar_link')
    .addColumn('person_id', 'text', (c) => c.primaryKey().references('person.id'))
    .addColumn('token_hash', 'text', (c) => c.notNull().unique())
    .addColumn('made_at', 'text', (c) => c.notNull())
    .execute();
};
