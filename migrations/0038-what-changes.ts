import type { Migration } from './table.ts';

/** What a proposal would change, or an acceptance has changed: JSON; of what was told before, nothing. */
export const whatChanges: Migration = async (db) => {
  for (const name of ['message', 'notice'])
    await db.schema.alterTable(name).addColumn('change', 'text').execute();
};
