import { sql } from 'kysely';
import { table, type Migration } from './table.ts';

/**
 * Nearly every command looks whether it was given before, and nearly none was. On SQLite outcomes
 * lie beside the keys by which they are looked for, instead of among them: what is long there makes
 * every look several times as long.
 */
export const outcomesApart: Migration = async (db, dialect) => {
  if (dialect !== 'sqlite') return;
  await sql`alter table command_outcome rename to command_outcome_before`.execute(db);
  await table(db, dialect, 'command_outcome')
    .addColumn('person_id', 'text', (c) => c.notNull())
    .addColumn('command_id', 'text', (c) => c.notNull())
    .addColumn('payload_hash', 'text', (c) => c.notNull())
    .addColumn('outcome', 'text', (c) => c.notNull())
    .addColumn('decided_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('command_outcome_key', ['person_id', 'command_id'])
    .execute();
  await sql`insert into command_outcome select * from command_outcome_before`.execute(db);
  await sql`drop table command_outcome_before`.execute(db);
  await db.schema
    .createIndex('command_outcome_by_age')
    .on('command_outcome')
    .column('decided_at')
    .execute();
};
