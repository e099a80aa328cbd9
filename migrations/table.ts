import { sql, type CreateTableBuilder, type Kysely } from 'kysely';

export type Dialect = 'sqlite' | 'postgres';

/** One step forward. Tables hold text, integers and JSON text: what both databases know alike. */
export type Migration = (db: Kysely<unknown>, dialect: Dialect) => Promise<void>;

/** Starts a table; on SQLite a STRICT one, so that a column's type is kept. */
export function table(
  db: Kysely<unknown>,
  dialect: Dialect,
  name: string,
): CreateTableBuilder<string> {
  const started = db.schema.createTable<string>(name);
  return dialect === 'sqlite' ? started.modifyEnd(sql`strict`) : started;
}
