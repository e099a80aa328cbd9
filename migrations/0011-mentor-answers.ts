import { table, type Migration } from './table.ts';

/** In how much open time a mentor first answered each offer. */
export const mentorAnswers: Migration = async (db, dialect) => {
  await table(db, dialect, 'mentor_answer')
    .addColumn('booking_id', 'text', (c) => c.notNull().references('booking.id'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('mentor_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('answered_at', 'text', (c) => c.notNull())
    .addColumn('open_seconds', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('mentor_answer_key', ['booking_id', 'version'])
    .execute();
  await db.schema
    .createIndex('mentor_answer_of_mentor')
    .on('mentor_answer')
    .columns(['mentor_id', 'answered_at'])
    .execute();
};
