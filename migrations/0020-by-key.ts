import { sql, type Kysely } from 'kysely';
import type { Migration } from './table.ts';

/** Tables that are written with nearly every command and found by their key alone. */
const tables = ['command_outcome', 'feed_entry', 'feed_head', 'participant', 'wakeup'];

/**
 * On SQLite these tables lie in the order of their keys, instead of in an order of their own with
 * the keys beside it: a third less is written with each message. And everybody has a feed.
 */
export const byKey: Migration = async (db, dialect) => {
  if (dialect === 'sqlite') for (const name of tables) await layByKey(db, name);
  await sql`insert into feed_head (person_id, seq)
    select id, 0 from person where id not in (select person_id from feed_head)`.execute(db);
};

/** The table as it was made, but for where its rows lie. */
async function layByKey(db: Kysely<unknown>, name: string): Promise<void> {
  const made = await sql<{ type: string; sql: string }>`
    select type, sql from sqlite_schema where tbl_name = ${name} and sql is not null`.execute(db);
  const definition = made.rows.find(({ type }) => type === 'table')?.sql ?? '';
  const old = sql.table(`${name}_before`);
  await sql`alter table ${sql.table(name)} rename to ${old}`.execute(db);
  await sql.raw(`${definition}, without rowid`).execute(db);
  await sql`insert into ${sql.table(name)} select * from ${old}`.execute(db);
  await sql`drop table ${old}`.execute(db);
  for (const index of made.rows.filter(({ type }) => type === 'index'))
    await sql.raw(index.sql).execute(db);
}
