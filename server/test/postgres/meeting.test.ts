import { expect, inject, test } from 'vitest';
import type { Tx } from '../../src/db/database.ts';
import { hold } from '../../src/feed/hold.ts';
import { head } from '../../src/feed/store.ts';
import { Stage } from '../stage/stage.ts';
import { gate } from './gate.ts';

const oneMore = (tx: Tx, personId: string) =>
  tx
    .updateTable('feed_head')
    .set((row) => ({ seq: row('seq', '+', 1) }))
    .where('person_id', '=', personId)
    .execute();

test('these tests run on PostgreSQL', () => {
  expect(inject('postgres')).toBeDefined();
});

test('B5: two works that wait for each other are both done, each once', async () => {
  await using stage = await Stage.open();
  const [one, other] = [await stage.person('Aino'), await stage.person('Farid')];
  const both = gate(2);
  let runs = 0;
  const crossing = (first: string, then: string) =>
    stage.core.ledger.store.write(async (tx) => {
      runs++;
      await oneMore(tx, first);
      await both.arrive();
      await oneMore(tx, then);
    });
  await Promise.all([crossing(one, other), crossing(other, one)]);
  expect(runs).toBe(3);
  const heads = await stage.core.ledger.store.read(async (tx) => [
    await head(tx, one),
    await head(tx, other),
  ]);
  expect(heads).toEqual([2, 2]);
});

test('B5: whoever reaches for more people than it holds begins again with all of them', async () => {
  await using stage = await Stage.open();
  const people = [await stage.person('Aino'), await stage.person('Farid')].toSorted();
  const [low = '', high = ''] = people;
  const { store } = stage.core.ledger;
  const [held, reached] = [gate(2), gate(2)];
  const holding = store.write(async (tx) => {
    await hold(tx, [low]);
    await held.arrive();
    await reached.arrive();
    await oneMore(tx, low);
  });
  await held.arrive();
  let runs = 0;
  const reaching = store.write(async (tx) => {
    runs++;
    await hold(tx, [high]);
    const seen = await head(tx, low);
    await hold(tx, [low]).finally(() => void reached.arrive());
    return seen;
  });
  await holding;
  expect(await reaching).toBe(1);
  expect(runs).toBe(2);
});

test('a work that swallows an error of the database is not taken for done', async () => {
  await using stage = await Stage.open();
  const aino = await stage.person('Aino');
  const swallowed = stage.core.ledger.store.write(async (tx) => {
    await oneMore(tx, aino);
    await tx
      .insertInto('feed_head')
      .values({ person_id: aino, seq: 1 })
      .execute()
      .catch(() => undefined);
  });
  await expect(swallowed).rejects.toThrow('rolled back');
  expect(await stage.core.ledger.store.read((tx) => head(tx, aino))).toBe(0);
});
