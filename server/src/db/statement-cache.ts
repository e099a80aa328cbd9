import type { Database, Statement } from 'better-sqlite3';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { Changes } from './changes.ts';

/** Statements kept; the features' own come to about two hundred. */
const most = 500;

/** A connection whose statements are kept, and whose changes are counted. */
export interface CachedStatements extends SqliteDatabase {
  readonly changes: Changes;
}

/**
 * The connection as Kysely sees it, with its statements prepared once: preparing costs several
 * times what a query by key does. The one used longest ago makes room.
 */
export function cacheStatements(sqlite: Database, room = most): CachedStatements {
  const kept = new Map<string, SqliteStatement>();
  const changes = new Changes();
  return {
    changes,
    prepare(sql) {
      let statement = kept.get(sql);
      if (statement) kept.delete(sql);
      else {
        statement = reusable(sqlite.prepare(sql), changes.by(sql));
        const oldest = kept.size >= room ? kept.keys().next() : null;
        if (oldest?.value !== undefined) kept.delete(oldest.value);
      }
      kept.set(sql, statement);
      return statement;
    },
    close: () => void sqlite.close(),
  };
}

/** While one reader went through its rows, nobody else could use the statement. */
function reusable(statement: Statement, changed: (() => void) | null): SqliteStatement {
  return {
    reader: statement.reader,
    all: (parameters) => {
      changed?.();
      return statement.all(parameters);
    },
    run: (parameters) => {
      changed?.();
      return statement.run(parameters);
    },
    iterate: () => {
      throw new Error('Rows are never streamed from the one connection that writes');
    },
  };
}
