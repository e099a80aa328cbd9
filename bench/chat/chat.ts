import type { Benchmark } from '../frame/benchmark.ts';
import type { Figure } from '../frame/figure.ts';
import { rounds } from '../frame/often.ts';
import { spread } from '../frame/spread.ts';
import { place } from '../town/place.ts';
import { run, type Keeper, type Measured } from './run.ts';
import type { Load } from './senders.ts';

const keepers: readonly Keeper[] = ['baseline', 'ours', 'ours, one a commit'];
/** Twice as many people: so many that nobody comes near what one may send. */
const pairs = 600;
/** 200 people, a message a second each; then everybody, rising until it is too much for us. */
const loads: readonly Load[] = [
  { perSecond: 200, seconds: 10, people: 200 },
  { perSecond: 1_000, seconds: 2 },
  { perSecond: 3_000, seconds: 2 },
  { perSecond: 6_000, seconds: 2 },
  { perSecond: 9_000, seconds: 2 },
];
const port = 3441;

/** Chat: an open loop, beside the least that keeps a message, and beside ourselves with one work a commit. */
export const chat: Benchmark = {
  name: 'chat',
  async run() {
    using town = await place(pairs);
    const all = Object.fromEntries(keepers.map((keeper) => [keeper, [] as Measured[][]])) as Record<
      Keeper,
      Measured[][]
    >;
    for (let round = 0; round < rounds; round++)
      for (const keeper of keepers) all[keeper].push(await run(town, keeper, port, loads));
    const of = (keeper: Keeper, load: number, pick: (one: Measured) => number): number =>
      spread(all[keeper].flatMap((one) => one[load] ?? []).map(pick)).median;
    const top = loads.length - 1;
    const beside = (
      what: string,
      unit: string,
      load: number,
      pick: (one: Measured) => number,
      bar: Figure['bar'],
      baseline: Keeper = 'baseline',
    ): Figure => ({
      what,
      unit,
      ours: of('ours', load, pick),
      baseline: of(baseline, load, pick),
      bar,
    });
    const alone = (
      what: string,
      unit: string,
      load: number,
      pick: (one: Measured) => number,
      bar: Figure['bar'],
    ): Figure => ({
      what,
      unit,
      ours: of('ours', load, pick),
      baseline: null,
      bar,
    });
    const shares = all.ours.flat().map((one) => (100 * one.deliveredCount) / one.acknowledgedCount);
    const figures: Figure[] = [
      beside('acknowledged at 200/s, p50', 'ms', 0, (one) => one.acknowledged.median, { most: 2 }),
      beside('acknowledged at 200/s, p99', 'ms', 0, (one) => one.acknowledged.p99, { most: 2 }),
      beside('delivered at 200/s, p50', 'ms', 0, (one) => one.delivered.median, null),
      beside('delivered at 200/s, p99', 'ms', 0, (one) => one.delivered.p99, null),
      beside('messages per CPU-second at 200/s', '', 0, (one) => one.perCpuSecond, null),
      beside('messages per CPU-second at 6,000/s', '', top - 1, (one) => one.perCpuSecond, null),
      beside('messages per CPU-second, saturated', '', top, (one) => one.perCpuSecond, {
        least: 0.4,
      }),
      beside('messages per second, saturated', '', top, (one) => one.perSecond, null),
      beside(
        'per CPU-second, saturated, beside one a commit',
        '',
        top,
        (one) => one.perCpuSecond,
        { least: 5 },
        'ours, one a commit',
      ),
      beside(
        'per second, saturated, beside one a commit',
        '',
        top,
        (one) => one.perSecond,
        null,
        'ours, one a commit',
      ),
      alone('works a commit, saturated', '', top, (one) => one.together, null),
      beside('unanswered when the last was sent, saturated', '', top, (one) => one.behind, null),
      beside('the senders’ own share of a core, saturated', '', top, (one) => one.senders, null),
      {
        what: 'delivered of what was acknowledged, the worst of all',
        unit: '%',
        ours: Math.min(...shares),
        baseline: null,
        bar: { least: 100 },
      },
      alone('event loop delay at 200/s, p99', 'ms', 0, (one) => one.loopDelay, { most: 20 }),
      alone('event loop delay, saturated, p99', 'ms', top, (one) => one.loopDelay, { most: 20 }),
      alone('commit at 200/s, p99', 'ms', 0, (one) => one.commit, null),
      alone('commit, saturated, p99', 'ms', top, (one) => one.commit, null),
    ];
    return { figures, did: { rounds, loads, people: town.people.length, all } };
  },
};
