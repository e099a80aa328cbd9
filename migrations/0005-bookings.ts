import { table, type Migration } from './table.ts';

/** Bookings (state as a document, with the columns that are searched), their events, attendance. */
export const bookings: Migration = async (db, dialect) => {
  await table(db, dialect, 'booking')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('program_id', 'text', (c) => c.notNull().references('program.id'))
    .addColumn('mentor_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('mentee_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('starts_at', 'text', (c) => c.notNull())
    .addColumn('ends_at', 'text', (c) => c.notNull())
    .addColumn('closes_at', 'text', (c) => c.notNull())
    .addColumn('room_id', 'text', (c) => c.unique())
    .addColumn('requested_at', 'text', (c) => c.notNull())
    .addColumn('document', 'text', (c) => c.notNull())
    .execute();
  for (const side of ['mentor_id', 'mentee_id'])
    await db.schema
      .createIndex(`booking_${side}`)
      .on('booking')
      .columns([side, 'state', 'starts_at'])
      .execute();

  await table(db, dialect, 'booking_event')
    .addColumn('booking_id', 'text', (c) => c.notNull().references('booking.id'))
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('actor_id', 'text')
    .addColumn('happened_at', 'text', (c) => c.notNull())
    .addColumn('document', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('booking_event_key', ['booking_id', 'revision'])
    .execute();

  await table(db, dialect, 'room')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('booking_id', 'text', (c) => c.notNull().references('booking.id'))
    .execute();

  await table(db, dialect, 'attendance')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('booking_id', 'text', (c) => c.notNull().references('booking.id'))
    .addColumn('room_id', 'text', (c) => c.notNull())
    .addColumn('person_id', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('happened_at', 'text', (c) => c.notNull())
    .execute();
};
