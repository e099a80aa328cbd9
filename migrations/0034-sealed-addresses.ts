import type { Migration } from './table.ts';

/**
 * Calendars' addresses are kept sealed. The key is the installation's and no step here has it: what
 * is in clear yet is sealed as the server starts. A server from before would take a sealed one for an
 * address; under another name it finds none.
 */
export const sealedAddresses: Migration = async (db) => {
  await db.schema.alterTable('calendar_source').renameColumn('address', 'sealed').execute();
};
