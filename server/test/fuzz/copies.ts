import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { openPostgres } from '../../src/db/open-postgres.ts';
import { openSqlite } from '../../src/db/open.ts';
import type { Store } from '../../src/db/store.ts';
import { dropDatabase, nameOf, newDatabase } from '../postgres/new-database.ts';

/** Something built once, of which everybody gets a copy to spoil. */
export interface Copies {
  copy(): Promise<Store>;
  [Symbol.dispose](): void;
}

/** Builds it in a store of the kind that this run of the tests is for. */
export async function copiesOf(build: (store: Store) => Promise<void>): Promise<Copies> {
  const postgres = inject('postgres');
  return postgres ? inCluster(postgres.maintenance, build) : inFolder(build);
}

async function inFolder(build: (store: Store) => Promise<void>): Promise<Copies> {
  const folder = mkdtempSync(join(tmpdir(), 'confab-fuzz-'));
  const file = join(folder, 'built.db');
  const store = await openSqlite(file);
  await build(store);
  // The last to close it brings the whole log over.
  await store[Symbol.asyncDispose]();
  let copies = 0;
  return {
    copy: () => {
      const copied = join(folder, `${String(copies++)}.db`);
      copyFileSync(file, copied);
      return openSqlite(copied);
    },
    [Symbol.dispose]: () => {
      rmSync(folder, { recursive: true });
    },
  };
}

async function inCluster(
  maintenance: string,
  build: (store: Store) => Promise<void>,
): Promise<Copies> {
  const built = await newDatabase(maintenance, 'template1');
  const store = await openPostgres(built);
  await build(store);
  await store[Symbol.asyncDispose]();
  return {
    copy: async () => {
      const url = await newDatabase(maintenance, nameOf(built));
      const copied = await openPostgres(url);
      const close = copied[Symbol.asyncDispose].bind(copied);
      return Object.assign(copied, {
        [Symbol.asyncDispose]: async () => {
          await close();
          await dropDatabase(maintenance, url);
        },
      });
    },
    [Symbol.dispose]: () => undefined,
  };
}
