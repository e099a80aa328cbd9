import { inject } from 'vitest';
import { openPostgres } from '../../src/db/open-postgres.ts';
import { openSqlite } from '../../src/db/open.ts';
import type { Store } from '../../src/db/store.ts';
import { lendDatabase } from '../postgres/fresh-database.ts';

/** An empty store on the database that this run of the tests is for. */
export async function freshStore(): Promise<Store> {
  const postgres = inject('postgres');
  if (!postgres) return openSqlite(':memory:');
  const { url, giveBack } = await lendDatabase(postgres.maintenance);
  const store = await openPostgres(url);
  const close = store[Symbol.asyncDispose].bind(store);
  return Object.assign(store, {
    [Symbol.asyncDispose]: async () => {
      await close();
      await giveBack();
    },
  });
}
