import type { Tx } from './database.ts';
import { connectionUnder } from './straight.ts';
import type { CachedStatements } from './statement-cache.ts';
import type { Tables } from './tables.ts';

/** Answers kept of one question. */
const most = 5_000;

interface Kept<Row> {
  changes: number;
  rows: Promise<readonly Readonly<Row>[]>;
}

/**
 * A question whose answer holds until one of these tables is written. On the embedded store, whose
 * one connection writes all there is, it is asked once until then; PostgreSQL is asked each time.
 * @param tables all that the answer is read from
 */
export function remembered<Args extends readonly string[], Row>(
  tables: readonly (keyof Tables)[],
  ask: (tx: Tx, ...args: Args) => Promise<Row[]>,
): (tx: Tx, ...args: Args) => Promise<readonly Readonly<Row>[]> {
  const keptBy = new WeakMap<CachedStatements, Map<string, Kept<Row>>>();
  return (tx, ...args) => {
    const connection = connectionUnder(tx);
    if (!connection) return ask(tx, ...args);
    let kept = keptBy.get(connection);
    if (!kept) keptBy.set(connection, (kept = new Map()));
    let changes = 0;
    for (const table of tables) changes += connection.changes.count(table);
    const key = args.join(' ');
    const known = kept.get(key);
    if (known?.changes === changes) return known.rows;
    const rows = ask(tx, ...args);
    if (kept.size >= most) kept.clear();
    kept.set(key, { changes, rows });
    // What failed is asked again.
    rows.catch(() => kept.delete(key));
    return rows;
  };
}
