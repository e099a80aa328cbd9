import { table, type Migration } from './table.ts';

/** The media node at which each room has its place, from its first entry on. */
export const roomPlaces: Migration = async (db, dialect) => {
  await table(db, dialect, 'room_place')
    .addColumn('room_id', 'text', (c) => c.primaryKey())
    .addColumn('node', 'text', (c) => c.notNull())
    .execute();
};
