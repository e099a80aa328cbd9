import { expect, test } from 'vitest';
import { openSqlite } from '../../src/db/open.ts';
import { StoreUnavailable } from '../../src/db/unavailable.ts';

const line = { name: 'line', value: 'written while looking' };

test('what is to look only and writes is kept from it, and whoever writes goes on', async () => {
  await using store = await openSqlite(':memory:');
  const named = store.db.selectFrom('installation').select('name').where('name', '=', 'line');
  const looking = store.read((tx) => tx.insertInto('installation').values(line).execute());
  await expect(looking).rejects.toBeInstanceOf(StoreUnavailable);
  expect(await named.execute()).toEqual([]);
  await store.write((tx) => tx.insertInto('installation').values(line).execute());
  expect(await named.execute()).toEqual([{ name: 'line' }]);
});

test('a look that throws is its own alone', async () => {
  await using store = await openSqlite(':memory:');
  const [one, other] = await Promise.allSettled([
    store.read(() => Promise.reject(new Error('lost'))),
    store.read((tx) => tx.selectFrom('person').select('id').execute()),
  ]);
  expect(one).toMatchObject({ status: 'rejected', reason: { message: 'lost' } });
  expect(other).toEqual({ status: 'fulfilled', value: [] });
});
