import type { Migration } from './table.ts';

/** What has just closed or is still to close is found without looking at all that ever was. */
export const whatIsNear: Migration = async (db) => {
  await db.schema.createIndex('booking_by_closing').on('booking').column('closes_at').execute();
  await db.schema
    .createIndex('attendance_of_booking')
    .on('attendance')
    .column('booking_id')
    .execute();
};
