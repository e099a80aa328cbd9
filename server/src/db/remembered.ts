import type { Look } from './look.ts';
import type { Tx } from './database.ts';
import type { CachedStatements } from './statement-cache.ts';
import { connectionUnder } from './straight.ts';
import type { Tables } from './tables.ts';

/** Answers kept of one question. */
const most = 5_000;

interface Kept<Row> {
  changes: number;
  rows: Promise<readonly Readonly<Row>[]>;
}

/**
 * A question whose answer holds until one of these tables is written. On the embedded store, whose
 * one connection writes all there is, it is asked once until then; on PostgreSQL once at a look.
 * @param name its own among all that are asked at a look
 * @param tables all that the answer is read from
 */
export function remembered<Args extends readonly string[], Row>(
  name: string,
  tables: readonly (keyof Tables)[],
  ask: (tx: Tx, ...args: Args) => Promise<Row[]>,
): (look: Look, ...args: Args) => Promise<readonly Readonly<Row>[]> {
  const keptBy = new WeakMap<CachedStatements, Map<string, Kept<Row>>>();
  return (look, ...args) => {
    const { tx } = look;
    const key = args.join(' ');
    const connection = connectionUnder(tx);
    if (!connection) return look.once(`${name} ${key}`, () => ask(tx, ...args));
    let kept = keptBy.get(connection);
    if (!kept) keptBy.set(connection, (kept = new Map()));
    let changes = 0;
    for (const table of tables) changes += connection.changes.count(table);
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
