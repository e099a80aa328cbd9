import { sql, type RawBuilder } from 'kysely';
import type { Tx } from './database.ts';
import { dialectOf } from './dialect.ts';

/** Is the column's text one of these? One statement, however many there are. */
export const oneOf = (tx: Tx, column: string, texts: readonly string[]): RawBuilder<boolean> =>
  dialectOf(tx) === 'postgres'
    ? sql<boolean>`${sql.ref(column)} = any(${texts})`
    : sql<boolean>`${sql.ref(column)} in (select value from json_each(${JSON.stringify(texts)}))`;
