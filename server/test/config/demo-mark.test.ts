import { Temporal } from '@confab/shared';
import { expect, test } from 'vitest';
import { keepApart } from '../../src/config/demo-mark.ts';
import { addPerson } from '../../src/features/people/store.ts';
import { freshStore } from '../stage/fresh-store.ts';

const someone = { id: 'a', name: 'A', email: 'a@example.org', zone: 'UTC', admin: true };
const now = Temporal.Instant.from('2026-03-02T09:00:00Z');
const refused = { variable: 'CONFAB_DATA', mend: 'Name another folder' };

test('what the demo opened first is the demo’s for good', async () => {
  await using store = await freshStore();
  const { db } = store;
  expect(await keepApart(db, 'demo')).toBeNull();
  expect(await keepApart(db, 'serve')).toMatchObject(refused);
  await addPerson(db, someone, now);
  expect(await keepApart(db, 'demo')).toBeNull();
  expect(await keepApart(db, 'serve')).toMatchObject(refused);
});

test('what holds real people is never the demo’s', async () => {
  await using store = await freshStore();
  const { db } = store;
  expect(await keepApart(db, 'serve')).toBeNull();
  await addPerson(db, someone, now);
  expect(await keepApart(db, 'demo')).toMatchObject(refused);
  expect(await keepApart(db, 'serve')).toBeNull();
});
