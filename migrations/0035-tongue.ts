import type { Migration } from './table.ts';

/** The language in which a person is told things; all so far were told in English. */
export const tongue: Migration = async (db) => {
  await db.schema
    .alterTable('person')
    .addColumn('tongue', 'text', (c) => c.notNull().defaultTo('en'))
    .execute();
};
