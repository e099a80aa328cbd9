import type { Migration } from './table.ts';

/** What two people have booked is asked with each message between them. */
export const bookingPairs: Migration = async (db) => {
  await db.schema
    .createIndex('booking_pair')
    .on('booking')
    .columns(['mentor_id', 'mentee_id', 'state', 'closes_at'])
    .execute();
};
