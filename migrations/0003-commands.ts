import { table, type Migration } from './table.ts';

/** Outcomes of commands, each person's feed, and what is to be done at a given time. */
export const commands: Migration = async (db, dialect) => {
  await table(db, dialect, 'command_outcome')
    .addColumn('person_id', 'text', (c) => c.notNull())
    .addColumn('command_id', 'text', (c) => c.notNull())
    .addColumn('payload_hash', 'text', (c) => c.notNull())
    .addColumn('outcome', 'text', (c) => c.notNull())
    .addColumn('decided_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('command_outcome_key', ['person_id', 'command_id'])
    .execute();
  await db.schema
    .createIndex('command_outcome_by_age')
    .on('command_outcome')
    .column('decided_at')
    .execute();

  await table(db, dialect, 'feed_head')
    .addColumn('person_id', 'text', (c) => c.primaryKey())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .execute();

  await table(db, dialect, 'feed_entry')
    .addColumn('person_id', 'text', (c) => c.notNull())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('ref', 'text', (c) => c.notNull())
    .addColumn('written_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('feed_entry_key', ['person_id', 'seq'])
    .execute();
  await db.schema.createIndex('feed_entry_by_age').on('feed_entry').column('written_at').execute();

  await table(db, dialect, 'wakeup')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('ref', 'text', (c) => c.notNull())
    .addColumn('due_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('wakeup_key', ['kind', 'ref'])
    .execute();
  await db.schema.createIndex('wakeup_by_due').on('wakeup').column('due_at').execute();

  await table(db, dialect, 'installation')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('value', 'text', (c) => c.notNull())
    .execute();
};
