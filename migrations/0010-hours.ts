import { table, type Migration } from './table.ts';

/** A mentor's hours, as one document. */
export const hours: Migration = async (db, dialect) => {
  await table(db, dialect, 'hours')
    .addColumn('person_id', 'text', (c) => c.primaryKey().references('person.id'))
    .addColumn('document', 'text', (c) => c.notNull())
    .execute();
};
