import { table, type Migration } from './table.ts';

/** One conversation per unordered pair of people, with its entries in the server's order. */
export const chat: Migration = async (db, dialect) => {
  await table(db, dialect, 'conversation')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('low_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('high_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('last_seq', 'integer', (c) => c.notNull())
    .addColumn('last_at', 'text', (c) => c.notNull())
    .addUniqueConstraint('conversation_pair', ['low_id', 'high_id'])
    .execute();
  await db.schema.createIndex('conversation_high').on('conversation').column('high_id').execute();

  await table(db, dialect, 'participant')
    .addColumn('conversation_id', 'text', (c) => c.notNull().references('conversation.id'))
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('read_up_to', 'integer', (c) => c.notNull())
    .addColumn('written', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('participant_key', ['conversation_id', 'person_id'])
    .execute();
  await db.schema.createIndex('participant_person').on('participant').column('person_id').execute();

  await table(db, dialect, 'message')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('conversation_id', 'text', (c) => c.notNull().references('conversation.id'))
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('author_id', 'text')
    .addColumn('text', 'text')
    .addColumn('booking_id', 'text')
    .addColumn('event', 'text')
    .addColumn('starts_at', 'text')
    .addColumn('sent_at', 'text', (c) => c.notNull())
    .addUniqueConstraint('message_order', ['conversation_id', 'seq'])
    .execute();
};
