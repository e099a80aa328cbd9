import { expect, inject, test } from 'vitest';
import { openPostgres } from '../../src/db/open-postgres.ts';
import { openStore } from '../../src/db/open-store.ts';
import { newDatabase } from './new-database.ts';

const maintenance = inject('postgres')?.maintenance ?? '';
const nobody = { gone: () => undefined, back: () => undefined };

test('servers that start at once on an empty database make its tables once', async () => {
  const url = await newDatabase(maintenance);
  const stores = await Promise.all([1, 2, 3].map(() => openPostgres(url)));
  for (const store of stores) {
    expect(await store.db.selectFrom('person').select('id').execute()).toEqual([]);
    await store[Symbol.asyncDispose]();
  }
});

test('an older server does not open a newer database, and says so', async () => {
  const databaseUrl = await newDatabase(maintenance);
  const store = await openPostgres(databaseUrl);
  await store.db
    .$extendTables<{ kysely_migration: { name: string; timestamp: string } }>()
    .insertInto('kysely_migration')
    .values({ name: '9999-of-tomorrow', timestamp: '' })
    .execute();
  await store[Symbol.asyncDispose]();
  expect(await openStore({ databaseUrl, dataDir: '' }, nobody)).toEqual({
    ok: false,
    fault: {
      variable: 'DATABASE_URL',
      wrong: 'a newer Confab has brought the database up to date (9999-of-tomorrow)',
      mend: 'Start that version or a later one; this one would not understand what it reads',
    },
  });
});

test.each([
  ['nobody listens', 'postgres://confab@127.0.0.1:5509/confab', /ECONNREFUSED/],
  ['there is no such database', maintenance.replace('/postgres?', '/none?'), /"none"/],
])('when %s, the fault says so, with the mend', async (_, databaseUrl = '', words) => {
  const opened = await openStore({ databaseUrl, dataDir: '' }, nobody);
  if (opened.ok) throw new Error('opened');
  expect(opened.fault.variable).toBe('DATABASE_URL');
  expect(opened.fault.wrong).toMatch(words);
  expect(opened.fault.mend).toMatch(/^Start PostgreSQL/);
});
