import { table, type Migration } from './table.ts';

/** What each of the two wrote of the other after a session. */
export const reviews: Migration = async (db, dialect) => {
  await table(db, dialect, 'review')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('booking_id', 'text', (c) => c.notNull().references('booking.id'))
    .addColumn('author_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('about_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('program_id', 'text', (c) => c.notNull().references('program.id'))
    .addColumn('by_side', 'text', (c) => c.notNull())
    .addColumn('counts', 'integer', (c) => c.notNull())
    .addColumn('rating', 'integer', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('written_at', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('review_once')
    .on('review')
    .columns(['booking_id', 'author_id'])
    .unique()
    .execute();
  // A mentor's ratings are counted from this index alone, and their page is read in its order.
  await db.schema
    .createIndex('review_of')
    .on('review')
    .columns(['program_id', 'by_side', 'counts', 'about_id', 'written_at', 'id', 'rating'])
    .execute();
  await db.schema
    .createIndex('review_in')
    .on('review')
    .columns(['program_id', 'by_side', 'counts', 'written_at', 'id'])
    .execute();
  await table(db, dialect, 'mentor_rating')
    .addColumn('program_id', 'text', (c) => c.notNull().references('program.id'))
    .addColumn('mentor_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('count', 'integer', (c) => c.notNull())
    .addColumn('sum', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('mentor_rating_key', ['program_id', 'mentor_id'])
    .execute();
};
