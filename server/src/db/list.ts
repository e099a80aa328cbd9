import { sql, type RawBuilder } from 'kysely';
import type { Dialect } from '@confab/migrations';
import type { Tx } from './database.ts';
import { dialectOf } from './dialect.ts';
import { Gap } from './gap.ts';

/**
 * Is the column's text one of these? One statement, however many there are; on SQLite another for a
 * single one, which is found several times sooner than by a list.
 */
export const oneOf = (tx: Tx, column: string, texts: readonly string[]): RawBuilder<boolean> => {
  const dialect = dialectOf(tx);
  if (dialect === 'postgres') return sql<boolean>`${sql.ref(column)} = any(${texts})`;
  const list: unknown = texts;
  return list instanceof Gap && list.only
    ? sql<boolean>`${sql.ref(column)} = ${list.only}`
    : sql<boolean>`${sql.ref(column)} in (select value from json_each(${asList(dialect, list)}))`;
};

/**
 * The texts as a table to begin from, with one column, `value`: each is then looked up by its key,
 * while PostgreSQL may read the whole of a table of which it is told to find many rows.
 */
export const eachOf = (tx: Tx, texts: readonly string[]) => {
  const dialect = dialectOf(tx);
  const list = asList(dialect, texts);
  return dialect === 'postgres'
    ? sql<{ value: string }>`unnest(${list}::text[])`.as<'each'>(sql`each(value)`)
    : sql<{ value: string }>`json_each(${list})`.as('each');
};

/** A list as the database takes it: JSON on SQLite. Anything else is handed on as it is. */
export const asList = (dialect: Dialect, value: unknown): unknown =>
  dialect === 'sqlite' && Array.isArray(value) ? JSON.stringify(value) : value;

/** Which arguments are lists of one, as the bits of a number. */
export function singles(args: readonly unknown[]): number {
  let found = 0;
  for (let place = 0; place < args.length; place++) {
    const value = args[place];
    if (Array.isArray(value) && value.length === 1) found |= 1 << place;
  }
  return found;
}
