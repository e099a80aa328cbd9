import { sql, type RawBuilder } from 'kysely';
import type { Dialect } from '@confab/migrations';
import type { Tx } from './database.ts';
import { dialectOf } from './dialect.ts';

/** Is the column's text one of these? One statement, however many there are. */
export const oneOf = (tx: Tx, column: string, texts: readonly string[]): RawBuilder<boolean> => {
  const dialect = dialectOf(tx);
  const list = asList(dialect, texts);
  return dialect === 'postgres'
    ? sql<boolean>`${sql.ref(column)} = any(${list})`
    : sql<boolean>`${sql.ref(column)} in (select value from json_each(${list}))`;
};

/** A list as the database takes it: JSON on SQLite. Anything else is handed on as it is. */
export const asList = (dialect: Dialect, value: unknown): unknown =>
  dialect === 'sqlite' && Array.isArray(value) ? JSON.stringify(value) : value;
