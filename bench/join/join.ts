import type { Benchmark } from '../frame/benchmark.ts';
import type { Figure } from '../frame/figure.ts';
import { runs } from '../frame/often.ts';
import { spread } from '../frame/spread.ts';
import { keepingUp, keptUp } from '../frame/keeping-up.ts';
import { within } from '../frame/within.ts';
import { Relay } from '../relay/relay.ts';
import { openBrowser } from './browser.ts';
import { confabSide } from './confab-side.ts';
import { demoSide } from './demo-side.ts';
import { confabPlace, demoPlace, originOf, waysTo } from './ports.ts';

/** Milliseconds that are added to a round trip of signalling and media. */
const distances = [0, 50, 150];
/** Seconds that one joining may take from an empty window on; usually it is six at most. */
const patience = 90;

/** From joining to the first picture of the other, near and far. */
export const join: Benchmark = {
  name: 'join',
  async run() {
    await using owned = new AsyncDisposableStack();
    const ways = [...waysTo(confabPlace), ...waysTo(demoPlace)];
    const relay = owned.use(await Relay.open(ways));
    const browser = owned.use(await openBrowser());
    const ours = owned.use(await confabSide(browser));
    const demo = owned.use(await demoSide(browser));

    const since = await keepingUp(originOf(confabPlace));
    const figures: Figure[] = [];
    const times: Record<string, number[]> = {};
    const median = (name: string) => spread(times[name] ?? []).median;
    for (const distance of distances) {
      await relay.setDistance(distance);
      const taking = {
        [`cold at ${String(distance)} ms`]: ours.cold,
        [`warm at ${String(distance)} ms`]: ours.warm ?? ours.cold,
        [`demo at ${String(distance)} ms`]: demo.cold,
      };
      for (let run = 0; run < runs; run++)
        for (const [name, take] of Object.entries(taking))
          (times[name] ??= []).push(await timed(`${name}, run ${String(run + 1)}`, take));
      for (const kind of ['cold', 'warm']) {
        figures.push({
          what: `join, ${kind}, ${String(distance)} ms away`,
          unit: 'ms',
          ours: median(`${kind} at ${String(distance)} ms`),
          baseline: median(`demo at ${String(distance)} ms`),
          bar: kind === 'cold' && distance === 150 ? { most: 0.6 } : null,
        });
      }
    }
    // Whatever is waited for one after the other grows with the distance, the rest does not.
    const far = distances.at(-1) ?? 0;
    const trips = (kind: string) =>
      (median(`${kind} at ${String(far)} ms`) - median(`${kind} at 0 ms`)) / far;
    for (const kind of ['cold', 'warm'])
      figures.push({
        what: `round trips, ${kind}`,
        unit: '',
        ours: trips(kind),
        baseline: trips('demo'),
        bar: null,
      });
    figures.push(...keptUp([await since()], 'of our server and node, all the while'));
    const spreads = Object.entries(times).map(([name, taken]) => [name, spread(taken)]);
    return { figures, did: { runs, milliseconds: times, spreads: Object.fromEntries(spreads) } };
  },
};

/** @throws Error that says which it was, when it took too long or there was no picture */
async function timed(which: string, take: () => Promise<number>): Promise<number> {
  try {
    return await within(patience, 'a joining', take());
  } catch (cause) {
    throw new Error(which, { cause });
  }
}
