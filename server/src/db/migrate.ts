import { migrations, type Dialect, type Migration } from '@confab/migrations';
import { DEFAULT_MIGRATION_TABLE, Migrator } from 'kysely/migration';
import type { Db } from './database.ts';
import { TextByBytes } from './text-by-bytes.ts';

/** A newer Confab has brought the store up to date: this one would not know what it reads. */
export class NewerStore extends Error {
  /** The steps that this Confab does not know. */
  readonly steps: readonly string[];

  constructor(steps: readonly string[]) {
    super(`The database is newer than this Confab (${steps.join(', ')})`);
    this.steps = steps;
  }
}

/**
 * Brings the store up to date. Several servers may do so at once: on PostgreSQL they wait for each
 * other under an advisory lock, on SQLite the folder is one server's.
 * @throws NewerStore
 * @throws Error naming the migration that failed
 */
export async function migrate(db: Db, dialect: Dialect): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: {
      getMigrations: () =>
        Promise.resolve(
          Object.fromEntries(
            Object.entries(migrations).map(([name, step]) => [
              name,
              { up: (target) => step(ready(target, dialect), dialect) },
            ]),
          ),
        ),
    },
  });
  const { error, results } = await migrator.migrateToLatest();
  const failed = results?.find((result) => result.status === 'Error');
  if (!error && !failed) return;
  const unknown = await unknownSteps(db);
  if (unknown.length > 0) throw new NewerStore(unknown);
  throw new Error(
    `The database could not be brought up to date (${failed?.migrationName ?? 'start'})`,
    { cause: error },
  );
}

/** On PostgreSQL text is made to compare by its bytes. */
const ready = (db: Parameters<Migration>[0], dialect: Dialect) =>
  dialect === 'postgres' ? db.withPlugin(new TextByBytes()) : db;

/** What has been done to this store and is no step of ours; nothing where it cannot be asked. */
export async function unknownSteps(db: Db): Promise<string[]> {
  const done = await db
    .$extendTables<{ [DEFAULT_MIGRATION_TABLE]: { name: string } }>()
    .selectFrom(DEFAULT_MIGRATION_TABLE)
    .select('name')
    .execute()
    .catch(() => []);
  return done.map(({ name }) => name).filter((name) => !Object.hasOwn(migrations, name));
}
