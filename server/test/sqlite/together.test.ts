import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import * as fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { StoreUnavailable } from '../../src/db/unavailable.ts';
import { numberStore, Thrown, type Deed } from './ledger-of-works.ts';

type End = { kept: number } | { threw: unknown };

const endOf = (work: Promise<number>): Promise<End> =>
  work.then(
    (kept) => ({ kept }),
    (threw: unknown) => ({ threw }),
  );

test('C2: works that arrive together are kept together, with one commit', async () => {
  await using numbers = await numberStore();
  expect(await Promise.all([numbers.do('add'), numbers.do('add'), numbers.do('add')])).toEqual([
    1, 2, 3,
  ]);
  expect(numbers.batches).toEqual([3]);
});

test('a work that throws is undone alone', async () => {
  await using numbers = await numberStore();
  const ends = await Promise.all([
    endOf(numbers.do('add')),
    endOf(numbers.do('throw')),
    endOf(numbers.do('add')),
  ]);
  expect(ends).toEqual([{ kept: 1 }, { threw: expect.any(Thrown) as unknown }, { kept: 2 }]);
  expect(numbers.batches).toEqual([3]);
});

test.each([
  // What SQLite has undone by itself ends the batch at once; the others have theirs after it.
  { fault: 'undo-everything', refused: 2, cause: 'undid the whole transaction' },
  { fault: 'spoil-the-commit', refused: 4, cause: 'FOREIGN KEY' },
] as const)(
  'C2: $fault: nobody of that batch is told it was kept; the next is whole',
  async ({ fault, refused, cause }) => {
    await using numbers = await numberStore();
    const works = [numbers.do('add'), numbers.do(fault), numbers.do('throw'), numbers.do('add')];
    const ends = await Promise.all(works.map(endOf));
    for (const end of ends.slice(0, refused))
      expect(end).toEqual({ threw: expect.any(StoreUnavailable) as unknown });
    expect(numbers.failures.map((failure) => String(failure.cause))).toEqual([
      expect.stringContaining(cause),
    ]);
    expect(await numbers.do('add')).toBe(ends.filter((end) => 'kept' in end).length + 1);
  },
);

test.each([
  { fault: 'undo-everything', refused: 3 },
  { fault: 'spoil-the-commit', refused: 4 },
] as const)(
  'C2: $fault after a work that threw: whoever was begun again is told that nothing was kept',
  async ({ fault, refused }) => {
    await using numbers = await numberStore();
    const works = [numbers.do('add'), numbers.do('throw'), numbers.do(fault), numbers.do('add')];
    const ends = await Promise.all(works.map(endOf));
    for (const end of ends.slice(0, refused))
      expect(end).toEqual({ threw: expect.any(StoreUnavailable) as unknown });
    expect(await numbers.do('add')).toBe(ends.filter((end) => 'kept' in end).length + 1);
  },
);

test('C2: where the works are done again and the first of them ends the batch, each of them is told', async () => {
  await using numbers = await numberStore();
  let times = 0;
  const odd = numbers.store.write(async (tx) => {
    if (times++ > 0) await sql`rollback`.execute(tx);
    return 0;
  });
  const works = [odd, numbers.do('add'), numbers.do('throw'), numbers.do('add')];
  const ends = await Promise.all(works.map(endOf));
  expect(times).toBe(2);
  for (const end of ends.slice(0, 3))
    expect(end).toEqual({ threw: expect.any(StoreUnavailable) as unknown });
  expect(ends[3]).toEqual({ kept: 1 });
});

test('C2: a work that throws before it has written lets nobody begin again', async () => {
  await using numbers = await numberStore();
  let times = 0;
  const first = numbers.store.write(() => Promise.resolve(times++));
  const refused = numbers.store.write(() => Promise.reject(new Thrown()));
  const ends = await Promise.all([endOf(first), endOf(refused), endOf(numbers.do('add'))]);
  expect(ends).toEqual([{ kept: 0 }, { threw: expect.any(Thrown) as unknown }, { kept: 1 }]);
  expect(times).toBe(1);
  expect(numbers.batches).toEqual([3]);
});

test('C2: when the disk is full, whoever fits is kept and whoever does not is refused', async () => {
  await using numbers = await numberStore();
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(numbers.store.db);
  const full = sql.raw(`pragma max_page_count = ${String((rows[0]?.page_count ?? 0) + 1)}`);
  await full.execute(numbers.store.db);
  const much = { name: 'much', value: 'x'.repeat(1_000_000) };
  const ends = await Promise.all([
    endOf(numbers.do('add')),
    endOf(
      numbers.store.write(async (tx) => {
        await tx.insertInto('installation').values(much).execute();
        return 0;
      }),
    ),
    endOf(numbers.do('add')),
  ]);
  const kept = ends.flatMap((end) => ('kept' in end ? [end.kept] : []));
  expect(ends[1]).toHaveProperty('threw');
  expect(await numbers.do('look')).toBe(kept.length);
  expect(kept.at(-1)).toBe(kept.length);
});

test('a batch has an end, and others have their turn before the next', async () => {
  await using numbers = await numberStore({ works: 10, ms: 1_000 });
  const seen: number[] = [];
  const works = Array.from({ length: 25 }, () => numbers.do('add'));
  const watching = (async () => {
    while (numbers.batches.length < 3) {
      seen.push(numbers.batches.length);
      await turnOfTheLoop();
    }
  })();
  await Promise.all(works);
  await watching;
  expect(numbers.batches).toEqual([10, 10, 5]);
  expect(new Set(seen)).toEqual(new Set([0, 1, 2]));
});

test('no work is begun in a batch whose time is up', async () => {
  await using numbers = await numberStore({ works: 64, ms: 0 });
  await Promise.all([numbers.do('add'), numbers.do('add')]);
  expect(numbers.batches).toEqual([1, 1]);
});

test('whoever only looks costs no sync, be it by a look or by a write that wrote nothing', async () => {
  await using numbers = await numberStore();
  await numbers.do('look');
  await numbers.store.write(() => Promise.resolve());
  expect(numbers.batches).toEqual([]);
});

test('C2: what is acknowledged is synced: synchronous is FULL on the connection that writes', async () => {
  await using numbers = await numberStore();
  const asked = sql<{ synchronous: number }>`pragma synchronous`;
  for (const answer of [
    await asked.execute(numbers.store.db),
    await numbers.store.write((tx) => asked.execute(tx)),
  ])
    expect(answer.rows).toEqual([{ synchronous: 2 }]);
});

test('closing waits for those who wait', async () => {
  const numbers = await numberStore({ works: 1, ms: 0 });
  const works = [numbers.do('add'), numbers.do('add')];
  await numbers.store[Symbol.asyncDispose]();
  expect(await Promise.all(works)).toEqual([1, 2]);
});

const deed = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Deed>('add') },
  fc.constantFrom<Deed>('dawdle', 'throw', 'undo-everything', 'spoil-the-commit', 'look', 'look'),
);

test('C2: however works of every kind interleave, what was acknowledged is there, in order, and nothing else', async () => {
  await using numbers = await numberStore({ works: 4, ms: 10_000 });
  let model = 0;
  const arrivals = fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), deed), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(arrivals, async (coming) => {
      const failures = numbers.failures.length;
      const asked: { what: Deed; end: Promise<End> }[] = [];
      for (const [turns, what] of coming) {
        for (let n = 0; n < turns; n++) await turnOfTheLoop();
        asked.push({ what, end: endOf(numbers.do(what)) });
      }
      const ends = await Promise.all(
        asked.map(async ({ what, end }) => ({ what, ...(await end) })),
      );
      const kept = ends.filter((end) => 'kept' in end);
      const threw = ends.filter((end) => 'threw' in end);
      const looks = kept.filter(({ what }) => what === 'look').map((look) => look.kept);
      const written = kept.filter(({ what }) => what !== 'look');
      const states = [model, ...written.map(() => ++model)];
      expect(written.map((end) => end.kept)).toEqual(states.slice(1));
      for (const { what } of written) expect(['add', 'dawdle']).toContain(what);
      for (const end of threw.filter((one) => !(one.threw instanceof StoreUnavailable)))
        expect(end).toEqual({ what: 'throw', threw: expect.any(Thrown) as unknown });
      expect(await numbers.do('look')).toBe(model);
      expect(looks).toEqual(looks.toSorted((a, b) => a - b));
      for (const look of looks) expect(states).toContain(look);
      const broken = asked.some(({ what }) => /everything|spoil/.test(what));
      expect(numbers.failures.length > failures).toBe(broken);
    }),
    { numRuns: 300 },
  );
});

test('a look sees everything acknowledged before it was asked for, and nothing that is not kept', async () => {
  await using numbers = await numberStore();
  const lost = endOf(numbers.do('spoil-the-commit'));
  expect(await numbers.do('look')).toBe(0);
  await lost;
  const kept = await numbers.do('add');
  expect(await numbers.do('look')).toBe(kept);
});
