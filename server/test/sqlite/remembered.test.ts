import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Temporal } from '@confab/shared';
import { askedOften } from '../../src/db/asked-often.ts';
import type { Tx } from '../../src/db/database.ts';
import { Look } from '../../src/db/look.ts';
import { openSqlite } from '../../src/db/open.ts';
import { remembered } from '../../src/db/remembered.ts';

const valueOf = askedOften((tx, name: string) =>
  tx.selectFrom('installation').select('value').where('name', '=', name),
);
const put = askedOften((tx, name: string, value: string) =>
  tx
    .insertInto('installation')
    .values({ name, value })
    .onConflict((on) => on.column('name').doUpdateSet({ value })),
);

const at = (tx: Tx) => new Look(tx, Temporal.Instant.from('2026-03-02T09:00:00Z'));

/** The question, remembered, and how often it was asked of the store. */
function counted() {
  const asked = { times: 0 };
  const ask = remembered('a value', ['installation'], (tx: Tx, name: string) => {
    asked.times++;
    return valueOf(tx, name);
  });
  return { ask, asked };
}

test('what nobody has written since is asked once, of each argument', async () => {
  await using store = await openSqlite(':memory:');
  const { ask, asked } = counted();
  const look = (name: string) => store.read(async (tx) => (await ask(at(tx), name))[0]?.value);
  await store.write((tx) => put(tx, 'one', '1'));
  expect([await look('one'), await look('one'), await look('two')]).toEqual(['1', '1', undefined]);
  expect(asked.times).toBe(2);
  // Another table's affair.
  await store.write((tx) =>
    tx.insertInto('feed_head').values({ person_id: 'p', seq: 0 }).execute(),
  );
  expect(await look('one')).toBe('1');
  expect(asked.times).toBe(2);
  await store.write((tx) => put(tx, 'two', '2'));
  expect([await look('one'), await look('two')]).toEqual(['1', '2']);
  expect(asked.times).toBe(4);
});

test('it is never another answer than the store’s, whatever is written, undone or asked in between', async () => {
  const name = fc.constantFrom('one', 'two');
  const step = fc.record({ name, does: fc.constantFrom('put', 'drop', 'ask') });
  const work = fc.record({ steps: fc.array(step, { maxLength: 5 }), fails: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(work, { maxLength: 12 }), async (works) => {
      await using store = await openSqlite(':memory:');
      const { ask } = counted();
      let n = 0;
      const compared: [remembered: unknown, found: unknown][] = [];
      const live = async (tx: Tx, { name: of, does }: { name: string; does: string }) => {
        if (does === 'put') await put(tx, of, String(n++));
        else if (does === 'drop')
          await tx.deleteFrom('installation').where('name', '=', of).execute();
        else compared.push([await ask(at(tx), of), await valueOf(tx, of)]);
      };
      // They are kept together; where one fails, all are done again, and it alone is undone.
      const ended = await Promise.allSettled(
        works.map(({ steps, fails }) =>
          store.write(async (tx) => {
            for (const one of steps) await live(tx, one);
            if (fails) throw new Error('undone');
          }),
        ),
      );
      const reasons = ended.flatMap((one) => (one.status === 'rejected' ? String(one.reason) : []));
      expect(new Set(reasons)).toEqual(new Set(reasons.length > 0 ? ['Error: undone'] : []));
      for (const of of ['one', 'two'])
        await store.read((tx) => live(tx, { name: of, does: 'ask' }));
      for (const [one, other] of compared) expect(one).toEqual(other);
    }),
    { numRuns: 150 },
  );
});

test('what somebody else has written to the file is seen', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'confab-remembered-'));
  try {
    const file = join(folder, 'confab.db');
    await using store = await openSqlite(file);
    const { ask } = counted();
    const look = () => store.read(async (tx) => (await ask(at(tx), 'one'))[0]?.value);
    await store.write((tx) => put(tx, 'one', '1'));
    expect(await look()).toBe('1');
    const other = new SqliteDatabase(file);
    other.prepare(`update installation set value = '2' where name = 'one'`).run();
    other.close();
    expect(await look()).toBe('2');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('what could not be answered is asked again', async () => {
  await using store = await openSqlite(':memory:');
  let times = 0;
  const ask = remembered('a value', ['installation'], (tx: Tx, name: string) =>
    times++ === 0 ? Promise.reject(new Error('not now')) : valueOf(tx, name),
  );
  const look = () => store.read((tx) => ask(at(tx), 'one'));
  await expect(look()).rejects.toThrow('not now');
  expect(await look()).toEqual([]);
});
