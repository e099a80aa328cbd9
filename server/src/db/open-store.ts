import { join } from 'node:path';
import type { Config, Fault } from '../config/config.ts';
import { openPostgres } from './open-postgres.ts';
import { openSqlite, type SqliteOptions } from './open.ts';
import { NewerStore } from './migrate.ts';
import type { LineWatch } from './postgres-store.ts';
import { troubleOf, troubles } from './sqlite-fault.ts';
import type { Store } from './store.ts';

/** Opens the store that the operator chose, or says what keeps it from being opened. */
export async function openStore(
  { databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>,
  line: LineWatch,
  embedded: SqliteOptions = {},
): Promise<{ ok: true; store: Store } | { ok: false; fault: Fault }> {
  const variable = databaseUrl === null ? 'CONFAB_DATA' : 'DATABASE_URL';
  const file = join(dataDir, 'confab.db');
  try {
    const store = await (databaseUrl === null
      ? openSqlite(file, embedded)
      : openPostgres(databaseUrl, line));
    return { ok: true, store };
  } catch (error) {
    if (error instanceof NewerStore)
      return { ok: false, fault: { variable, ...newer(error.steps) } };
    if (databaseUrl !== null) return { ok: false, fault: { variable, ...closed(error) } };
    const trouble = troubleOf(error);
    if (trouble === null) throw error;
    return { ok: false, fault: { variable: file, ...troubles[trouble] } };
  }
}

const newer = (steps: readonly string[]) => ({
  wrong: `a newer Confab has brought the database up to date (${steps.join(', ')})`,
  mend: 'Start that version or a later one; this one would not understand what it reads',
});

const closed = (error: unknown) => ({
  wrong: `the database could not be opened (${reason(error)})`,
  mend: 'Start PostgreSQL, make the database, and see that address, user and password are right',
});

/** The innermost reason, in the database's own words. */
function reason(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reason).join(', ');
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : reason(error.cause);
}
