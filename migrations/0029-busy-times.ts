import { table, type Migration } from './table.ts';

/** Calendars that mentors have named, and when they are busy by them, week by week. */
export const busyTimes: Migration = async (db, dialect) => {
  await table(db, dialect, 'calendar_source')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('host', 'text')
    .addColumn('address', 'text')
    .addColumn('etag', 'text')
    .addColumn('last_modified', 'text')
    .addColumn('read_zone', 'text')
    .addColumn('whole_at', 'text')
    .addColumn('refreshed_at', 'text')
    .addColumn('known_until', 'text')
    .addColumn('left_out', 'integer', (c) => c.notNull())
    .addColumn('fault', 'text')
    .addColumn('failures', 'integer', (c) => c.notNull())
    .addColumn('asked_at', 'text')
    .addColumn('tried_at', 'text')
    .addColumn('next_at', 'text')
    .addColumn('made_at', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('calendar_source_of_person')
    .on('calendar_source')
    .columns(['person_id', 'made_at'])
    .execute();
  await db.schema
    .createIndex('calendar_source_next')
    .on('calendar_source')
    .column('next_at')
    .execute();
  await table(db, dialect, 'busy_week')
    .addColumn('person_id', 'text', (c) => c.notNull())
    .addColumn('week', 'integer', (c) => c.notNull())
    .addColumn('source_id', 'text', (c) => c.notNull().references('calendar_source.id'))
    .addColumn('packed', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('busy_week_key', ['person_id', 'week', 'source_id'])
    .execute();
};
