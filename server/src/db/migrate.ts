import { migrations, type Dialect } from '@confab/migrations';
import { Migrator } from 'kysely/migration';
import type { Db } from './database.ts';

/** Brings the store up to date. @throws Error naming the migration that failed */
export async function migrate(db: Db, dialect: Dialect): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: {
      getMigrations: () =>
        Promise.resolve(
          Object.fromEntries(
            Object.entries(migrations).map(([name, step]) => [
              name,
              { up: (target) => step(target, dialect) },
            ]),
          ),
        ),
    },
  });
  const { error, results } = await migrator.migrateToLatest();
  const failed = results?.find((result) => result.status === 'Error');
  if (error || failed)
    throw new Error(
      `The database could not be brought up to date (${failed?.migrationName ?? 'start'})`,
      {
        cause: error,
      },
    );
}
