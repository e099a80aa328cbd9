import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Tx } from '../../src/db/database.ts';
import { openSqlite } from '../../src/db/open.ts';
import type { Store } from '../../src/db/store.ts';

type LineName = 'people' | 'behind';

/** One transaction, and who waited when it began. */
interface Batch {
  tx: Tx;
  line: LineName;
  waited: Record<LineName, number>;
  works: number[];
}

/** What was served together, in order; works are numbered as they came. */
class Log {
  readonly batches: Batch[] = [];
  readonly #store: Store;
  readonly #waiting = { people: 0, behind: 0 };
  #came = 0;

  constructor(store: Store) {
    this.#store = store;
  }

  do(line: LineName, way: 'write' | 'read'): Promise<void> {
    const number = this.#came++;
    this.#waiting[line]++;
    const works = line === 'people' ? this.#store : this.#store.behind;
    return works[way]((tx) => {
      if (this.batches.at(-1)?.tx !== tx)
        this.batches.push({ tx, line, waited: { ...this.#waiting }, works: [] });
      this.#waiting[line]--;
      this.batches.at(-1)?.works.push(number);
      if (this.batches.at(-1)?.line !== line) throw new Error('two lines in one batch');
      return Promise.resolve();
    });
  }
}

const stretch = { works: 3, ms: 10_000 };
const work = fc.record({
  turns: fc.integer({ min: 0, max: 2 }),
  many: fc.integer({ min: 1, max: 8 }),
  line: fc.constantFrom<LineName>('people', 'behind'),
  way: fc.constantFrom('write', 'read'),
});

test('however they come, people’s works overtake those behind them, which have one turn in five', async () => {
  await using store = await openSqlite(':memory:', { stretch });
  await fc.assert(
    fc.asyncProperty(fc.array(work, { maxLength: 40 }), async (coming) => {
      const log = new Log(store);
      const all: Promise<void>[] = [];
      for (const { turns, many, line, way } of coming) {
        for (let n = 0; n < turns; n++) await turnOfTheLoop();
        for (let n = 0; n < many; n++) all.push(log.do(line, way));
      }
      await Promise.all(all);
      let before = 0;
      for (const { line, waited } of log.batches) {
        if (waited.behind === 0) before = 0;
        const due = waited.behind > 0 && (waited.people === 0 || before === 4);
        expect(line).toBe(due ? 'behind' : 'people');
        before = line === 'people' && waited.behind > 0 ? before + 1 : 0;
      }
      expect(log.batches.flatMap(({ works }) => works)).toHaveLength(all.length);
      for (const { works } of log.batches) expect(works).toEqual(works.toSorted((a, b) => a - b));
    }),
    { numRuns: 300 },
  );
});
