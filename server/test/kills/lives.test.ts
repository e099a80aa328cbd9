import * as fc from 'fast-check';
import { expect, inject, test, vi } from 'vitest';
import { found, foundings } from '../lives/founding.ts';
import { everythingHolds, Step } from '../lives/step.ts';
import { often, strides, stridesOf, type Stride } from '../lives/strides.ts';
import { tally } from '../lives/tally.ts';
import { isCommand, kill, met } from './kill-step.ts';
import { KilledConfab } from './killed-confab.ts';

/** `CONFAB_KILLS=500` kills more often; `CONFAB_SEED` lives the same lives again. */
const maintenance = inject('postgres')?.maintenance ?? null;
const kills = Number(process.env['CONFAB_KILLS'] ?? (maintenance === null ? 30 : 10));
const seed = Number(process.env['CONFAB_SEED'] ?? Date.now() % 2 ** 31);
const perLife = 10;

vi.setConfig({ testTimeout: 120_000 + 20_000 * kills });

/** Its process is killed here by `kill` alone, and its clock only goes on. */
const quiet = strides({ clockIsSet: false }).filter(({ deed }) => deed !== 'kill');

/** What gives the timer something to do. */
const booking = stridesOf(
  fc.constantFrom<Stride['deed']>('booking.request', 'booking.accept', 'booking.accept'),
);
const commanding = quiet.filter(({ deed }) => isCommand(deed));

const chapters = fc.array(
  fc.record({
    steps: fc.array(quiet, { minLength: 1, maxLength: 6, size: 'max' }),
    bookings: fc.array(booking, { minLength: 3, maxLength: 8, size: 'max' }),
    killed: fc.record({
      stride: quiet,
      due: often([3, fc.constant(true)], [1, fc.constant(false)]),
      inFlight: fc.array(commanding, { minLength: 8, maxLength: 24, size: 'max' }),
      turns: fc.nat(1_000_000),
      again: fc.boolean(),
    }),
  }),
  { minLength: perLife, maxLength: perLife },
);

test('B5 B6 C2 D4 D6 D7 F5 N1 N2: lives of bookings whose process is killed again and again: nothing acknowledged is lost, what is due is done once', async () => {
  const life = fc.asyncProperty(foundings, chapters, async (founding, given) => {
    met.count('life');
    await using confab = await KilledConfab.open(founding.begins, maintenance);
    const lived = await found(founding, () => Promise.resolve(confab));
    for (const { steps, bookings, killed } of given) {
      for (const stride of [...steps, ...bookings]) await new Step(stride).run({}, lived);
      await kill(lived, confab, killed);
    }
    for (const window of lived.windows) window.away = false;
    await everythingHolds(lived, { what: 0, who: 0 });
    const letters = await confab.letters();
    met.count('letters written', letters.length);
    // Nobody is written to twice of the same, whatever else the model may say.
    expect(letters.filter((one, index) => letters.indexOf(one) !== index)).toEqual([]);
    expect(await confab.faults()).toEqual([]);
  });
  // A kill hits chance, too: a failing life is told as it was, not made smaller.
  await fc.assert(life, { numRuns: Math.ceil(kills / perLife), seed, endOnFailure: true });
  console.log(`seed ${String(seed)}\n${String(met)}\n${String(tally)}`);
});
