import type { Migration } from './table.ts';

/** A feed is trimmed from its beginning as it grows: nobody looks for entries by their age. */
export const feedsWithoutAges: Migration = async (db) => {
  await db.schema.dropIndex('feed_entry_by_age').execute();
};
