import { sql } from 'kysely';
import { dialectOf } from '../../src/db/dialect.ts';
import type { Stage } from '../stage/stage.ts';

/** Every row of every table, but the answers that are kept for repeats. @see B5 */
export async function dumpOf({ db }: Stage): Promise<string> {
  const tables = await (dialectOf(db) === 'postgres' ? onPostgres : onSqlite).execute(db);
  const rows: string[] = [];
  for (const { name } of tables.rows) {
    if (name === 'command_outcome') continue;
    const found = await sql`select * from ${sql.table(name)}`.execute(db);
    rows.push(name, ...found.rows.map((row) => JSON.stringify(row)).toSorted());
  }
  return rows.join('\n');
}

const onSqlite = sql<{ name: string }>`
  select name from sqlite_schema where type = 'table' order by name`;
const onPostgres = sql<{ name: string }>`
  select tablename as name from pg_tables where schemaname = 'public' order by name`;
