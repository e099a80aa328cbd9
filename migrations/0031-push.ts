import { table, type Migration } from './table.ts';

/** Devices that are told, what of, and a place for them in the outbox beside mail. */
export const push: Migration = async (db, dialect) => {
  await table(db, dialect, 'push_subscription')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('session_id', 'text', (c) => c.notNull())
    .addColumn('endpoint', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('secret', 'text', (c) => c.notNull())
    .addColumn('words', 'text', (c) => c.notNull())
    .addColumn('made_at', 'text', (c) => c.notNull())
    .addColumn('used_at', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('push_subscription_by_person')
    .on('push_subscription')
    .columns(['person_id', 'made_at'])
    .execute();
  await table(db, dialect, 'push_choice')
    .addColumn('person_id', 'text', (c) => c.primaryKey().references('person.id'))
    .addColumn('choices', 'text', (c) => c.notNull())
    .execute();

  await db.schema
    .alterTable('outbox')
    .addColumn('channel', 'text', (c) => c.notNull().defaultTo('mail'))
    .execute();
  await db.schema
    .alterTable('outbox')
    .addColumn('way', 'text', (c) => c.notNull().defaultTo(''))
    .execute();
  await db.schema.alterTable('outbox').addColumn('device_id', 'text').execute();
  await db.schema.alterTable('outbox').addColumn('notice_no', 'integer').execute();
  await db.schema.dropIndex('outbox_by_turn').execute();
  await db.schema
    .createIndex('outbox_by_turn')
    .on('outbox')
    .columns(['channel', 'state', 'next_at', 'way'])
    .execute();
  // Whether a device is about to be told of messages is asked with each of them.
  await db.schema
    .createIndex('outbox_by_device')
    .on('outbox')
    .columns(['device_id', 'state'])
    .execute();
};
