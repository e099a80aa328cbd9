import type { Migration } from './table.ts';

/** Which version of a program's settings somebody saw who changes them. */
export const settingsVersion: Migration = async (db) => {
  await db.schema
    .alterTable('program')
    .addColumn('settings_version', 'integer', (c) => c.notNull().defaultTo(1))
    .execute();
};
