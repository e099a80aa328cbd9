import type { Migration } from './table.ts';

/** What is near in time is found without looking at all that ever was. */
export const whatIsNear: Migration = async (db) => {
  await db.schema.createIndex('booking_by_closing').on('booking').column('closes_at').execute();
  for (const side of ['mentor_id', 'mentee_id'])
    await db.schema
      .createIndex(`booking_${side}_newest`)
      .on('booking')
      .columns([side, 'requested_at'])
      .execute();
  await db.schema
    .createIndex('attendance_of_booking')
    .on('attendance')
    .column('booking_id')
    .execute();
};
