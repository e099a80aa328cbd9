import * as fc from 'fast-check';
import { expect, onTestFailed, test, vi } from 'vitest';
import { reminderKinds } from '@confab/shared';
import { commands } from '@confab/shared/protocol';
import { howToKeep, keptLives } from '../lives/kept-lives.ts';
import { tally } from '../lives/tally.ts';
import { zones } from '../lives/zones.ts';
import { foundings, worldOf } from './founding.ts';
import { changes, met } from './met.ts';
import { Rulebook } from './rulebook.ts';
import { Step } from './step.ts';
import { strides } from './strides.ts';

/** `CONFAB_LIVES=100000` tries another number, `CONFAB_SEED` those of an earlier run again. */
const whole = 10_000;
const numRuns = Number(process.env['CONFAB_LIVES'] ?? whole);
const seed = Number(process.env['CONFAB_SEED'] ?? Date.now() % 2 ** 31);

vi.setConfig({ testTimeout: 120_000 + 100 * numRuns });

const steps = fc.commands([strides.map((stride) => new Step(stride))], {
  maxCommands: 48,
  size: 'max',
});
const life = fc.property(foundings, steps, (founding, given) => {
  met.count('life');
  const world = worldOf(founding);
  fc.modelRun(() => ({ model: world, real: new Rulebook(world) }), given);
  met.count(`lives of ${String(world.people.size)} people`);
  met.count(
    `lives with ${world.sessions.size < 5 ? String(world.sessions.size) : 'more'} sessions`,
  );
});

test('B3 B5 B6 B8 D2 D3 D4 D6 D7 F1 F2 F3 F4 F5 N1 N2 P4 R1 R2 R3 R4 W3: ten thousand lives of bookings go as the model says', () => {
  onTestFailed(() => {
    console.log(howToKeep);
  });
  fc.assert(life, { numRuns, seed });
  console.log(`seed ${String(seed)}\n${String(met)}\n${String(tally)}`);
  expect(numRuns < whole ? [] : unmet()).toEqual([]);
});

test.each(keptLives['by the rules alone'])('a life in which $found', (kept) => {
  const before = met.of('life');
  fc.assert(life, { seed: kept.seed, path: String(kept.life), numRuns: 1, endOnFailure: true });
  expect(met.of('life')).toBe(before + 1);
});

/** So many lives meet everything, whatever the seed: else they would prove less than they say. */
function unmet(): string[] {
  const kinds = Object.keys(commands).filter((name) => name.startsWith('booking.'));
  const refused = (code: string) =>
    kinds.reduce((sum, name) => sum + tally.of(`${name} ${code}`), 0);
  const clashes = ['busy', 'overlapping-request', 'stale-offer', 'time-gap', 'time-fold'];
  const [first, last] = [Date.UTC(2026, 0, 1), Date.UTC(2030, 0, 1)];
  return [
    ...kinds.filter((name) => tally.of(`${name} ok`) === 0),
    ...reminderKinds.filter((kind) => tally.of(`due ${kind}`) === 0),
    ...clashes.filter((code) => refused(code) < 10),
    ...zones.filter((zone) => !met.homes.has(zone)),
    ...(['spring', 'autumn'] as const).flatMap((way) => [
      ...zones
        .filter((zone) => [...changes(zone, first, last)].includes(way))
        .filter((zone) => !met.crossed[way].has(zone)),
      ...(met.of(`response clock over a change in ${way}`) < 500 ? [way] : []),
    ]),
  ];
}
