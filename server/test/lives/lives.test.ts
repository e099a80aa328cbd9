import * as fc from 'fast-check';
import { afterAll, expect, inject, onTestFailed, test, vi } from 'vitest';
import { reminderKinds } from '@confab/shared';
import { commands } from '@confab/shared/protocol';
import { found, foundings } from './founding.ts';
import { howToKeep, keptLives } from './kept-lives.ts';
import { everythingHolds, Step } from './step.ts';
import { strides } from './strides.ts';
import { tally } from './tally.ts';

/**
 * `CONFAB_LIVES=10000` tries more, from another seed each time; `CONFAB_SEED` tries one again, and
 * `CONFAB_MINUTES` ends each test's after that long. A life takes longer on PostgreSQL.
 */
const asked = process.env['CONFAB_LIVES'];
const usual = inject('postgres') ? 8 : 100;
const numRuns = Number(asked ?? usual);
/** So many lives from the usual seed that everything is met once. */
const meetsAll = asked === undefined && !inject('postgres');
const minutes = Number(process.env['CONFAB_MINUTES'] ?? 24 * 60);
const bounds = { interruptAfterTimeLimit: minutes * 60_000, markInterruptAsFailure: false };
const seed = Number(process.env['CONFAB_SEED'] ?? (asked ? Date.now() % 2 ** 31 : 1));

vi.setConfig({ testTimeout: 60_000 * numRuns });

afterAll(() => {
  if (asked) console.log(`seed ${String(seed)}, ${String(numRuns)} lives\n${String(tally)}`);
});

const lives = (clockIsSet: boolean) => {
  const steps = strides({ clockIsSet }).map((stride) => new Step(stride));
  const taken = fc.commands([steps], { maxCommands: 40, size: 'max' });
  return fc.asyncProperty(foundings, taken, async (founding, given) => {
    const life = await found(founding);
    tally.count('life');
    await using _ = life.confab;
    await fc.asyncModelRun(() => ({ model: {}, real: life }), given);
    for (const window of life.windows) window.away = false;
    await everythingHolds(life, { what: 0, who: 0 });
  });
};

test('B3 B5 B6 C2 C3 C4 D4 D6 D7 F2 F4 F5 L1 L2 L3 N1 N2 P1 P3 P4 R3 W1: whatever several people do, it goes by the rules', async () => {
  onTestFailed(() => {
    console.log(howToKeep);
  });
  await fc.assert(lives(false), { numRuns, seed, ...bounds });
  // No letter is ever given up here.
  const possible = Object.keys(commands).filter((name) => name !== 'admin.retry-mail');
  const never = possible.filter((name) => meetsAll && tally.of(`${name} ok`) === 0);
  expect(never).toEqual([]);
  const unmet = reminderKinds.filter((kind) => meetsAll && tally.of(`due ${kind}`) === 0);
  expect(unmet).toEqual([]);
});

test('D4 D6 B6: a clock that is set back or years ahead leaves nothing half done', async () => {
  const runs = Math.ceil(numRuns / 4);
  await fc.assert(lives(true), { numRuns: runs, seed, ...bounds });
  expect(tally.of('set-clock')).not.toBe(0);
});

test.each(keptLives['of the whole server'])('a life in which $found', async (kept) => {
  const before = tally.of('life');
  await fc.assert(lives(false), {
    seed: kept.seed,
    path: String(kept.life),
    numRuns: 1,
    endOnFailure: true,
  });
  expect(tally.of('life')).toBe(before + 1);
});
