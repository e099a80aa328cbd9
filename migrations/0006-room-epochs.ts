import { table, type Migration } from './table.ts';

/** The epoch of each room that has been closed, moved, or had somebody put out. */
export const roomEpochs: Migration = async (db, dialect) => {
  await table(db, dialect, 'room_epoch')
    .addColumn('room_id', 'text', (c) => c.primaryKey())
    .addColumn('epoch', 'integer', (c) => c.notNull())
    .execute();
};
