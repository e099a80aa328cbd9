import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Lanes } from '../../src/db/lanes.ts';

/** Works that last until they are ended, and what goes on. */
class Works {
  readonly lanes = new Lanes();
  readonly going = { people: [] as (() => void)[], behind: [] as (() => void)[] };
  begun = 0;

  begin(line: 'people' | 'behind'): Promise<void> {
    return this.lanes[line](
      () =>
        new Promise<void>((resolve) => {
          this.going[line].push(resolve);
          if (line === 'behind') this.begun++;
        }),
    );
  }

  end(line: 'people' | 'behind'): void {
    this.going[line].shift()?.();
  }
}

const step = fc.tuple(fc.constantFrom('begin', 'end'), fc.constantFrom('people', 'behind'));

test('people’s works go on at once; behind them few, a single one beside theirs, and always one', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const works = new Works();
      const all: Promise<void>[] = [];
      let [people, behind] = [0, 0];
      for (const [what, line] of steps) {
        const { begun } = works;
        const ended = works.going[line].length > 0;
        if (what === 'begin') all.push(works.begin(line));
        else works.end(line);
        await turnOfTheLoop();
        if (line === 'people') people += what === 'begin' ? 1 : ended ? -1 : 0;
        else behind += what === 'begin' ? 1 : ended ? -1 : 0;
        expect(works.going.people).toHaveLength(people);
        const went = works.going.behind.length;
        expect(went).toBeGreaterThanOrEqual(Math.min(behind, people > 0 ? 1 : 4));
        expect(went).toBeLessThanOrEqual(4);
        // Those that went on when people came are let end; none is begun beside them.
        expect(people === 0 || went <= 1 || works.begun === begun).toBe(true);
      }
      // However it went, everybody comes to their end.
      while (people + behind > 0) {
        for (const line of ['people', 'behind'] as const) works.end(line);
        await turnOfTheLoop();
        people = works.going.people.length;
        behind = works.going.behind.length;
      }
      await Promise.all(all);
    }),
  );
});

test('a work that fails makes room like any other', async () => {
  const lanes = new Lanes();
  const failing = Array.from({ length: 9 }, () =>
    lanes.behind(() => Promise.reject(new Error('lost'))),
  );
  for (const one of await Promise.allSettled(failing)) expect(one.status).toBe('rejected');
  expect(await lanes.behind(() => Promise.resolve('done'))).toBe('done');
});
