import type { Benchmark } from '../frame/benchmark.ts';
import type { Figure } from '../frame/figure.ts';
import { spread } from '../frame/spread.ts';
import { Relay } from '../relay/relay.ts';
import { openBrowser } from './browser.ts';
import { confabSide } from './confab-side.ts';
import { demoSide } from './demo-side.ts';
import { confabPlace, demoPlace, waysTo } from './ports.ts';

/** Milliseconds that are added to a round trip of signalling and media. */
const distances = [0, 50, 150];
const runs = Number(process.env['BENCH_RUNS'] ?? 15);

/** From joining to the first picture of the other, near and far. */
export const join: Benchmark = {
  name: 'join',
  async run() {
    await using relay = await Relay.open([...waysTo(confabPlace), ...waysTo(demoPlace)]);
    const browser = await openBrowser();
    await using owned = new AsyncDisposableStack();
    owned.defer(() => browser.close());
    const ours = owned.use(await confabSide(browser));
    const demo = owned.use(await demoSide(browser));

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
        for (const [name, take] of Object.entries(taking)) (times[name] ??= []).push(await take());
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
    const spreads = Object.entries(times).map(([name, taken]) => [name, spread(taken)]);
    return { figures, did: { runs, milliseconds: times, spreads: Object.fromEntries(spreads) } };
  },
};
