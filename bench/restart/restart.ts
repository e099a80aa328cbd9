import { join } from 'node:path';
import type { Benchmark } from '../frame/benchmark.ts';
import type { Figure } from '../frame/figure.ts';
import { rounds } from '../frame/often.ts';
import { keepingUp, keptUp, type KeptUp } from '../frame/keeping-up.ts';
import { Process } from '../frame/process.ts';
import { spread, type Spread } from '../frame/spread.ts';
import { place, surroundings, type Place } from '../town/place.ts';
import type { Told } from '../windows/clients.ts';
import { Crowd } from '../windows/crowd.ts';
import type { Return } from '../windows/window.ts';

const size = 1_000;
const port = 3442;
/** Milliseconds within which everyone has to be back, to count at all. */
const patienceMs = 60_000;

/** Windows that know nothing any more, as after an upgrade of the page, ask for everything. */
const anew = 'ours, anew';
const sides = ['baseline', 'ours', anew] as const;
type Side = (typeof sides)[number];

const ourServer = join(import.meta.dirname, '../town/server.ts');
const files: Record<Side, string> = {
  baseline: join(import.meta.dirname, '../windows/baseline.ts'),
  ours: ourServer,
  [anew]: ourServer,
};
const now = (): number => performance.timeOrigin + performance.now();

interface Measured extends Told {
  /** Milliseconds for which nobody listened. */
  awayMs: number;
  /** Of each window, milliseconds since somebody listens again, and since the line was lost. */
  sinceListening: Spread;
  sinceLost: Spread;
  /** Of the new server while they came back; the baseline does not tell. */
  pace: KeptUp | null;
  /** Seconds of its processor time, from its start until all were back. */
  cpu: number;
}

/** A server with a thousand windows ends and is started again: when everyone is back. */
export const restart: Benchmark = {
  name: 'restart',
  async run() {
    using town = await place(size / 2);
    const all: Record<Side, Measured[]> = { ours: [], baseline: [], 'ours, anew': [] };
    for (let round = 0; round < rounds; round++)
      for (const side of sides)
        all[side].push(await restarted(town, side, round % 2 ? 'SIGTERM' : 'SIGKILL'));
    const told = Object.fromEntries(
      sides.map((side) => [
        side,
        // A thousand windows each: what they have in common is enough.
        all[side].map(({ returns, ...rest }) => ({ ...rest, ...inCommon(returns) })),
      ]),
    );
    return { figures: figures(all), did: { rounds, size, told } };
  },
};

async function restarted(town: Place, side: Side, signal: NodeJS.Signals): Promise<Measured> {
  const env = surroundings(town.copy(), port);
  const start = () => Process.start<{ origin: string }>(files[side], [], env);
  let server = await start();
  await using owned = new AsyncDisposableStack();
  owned.defer(() => server[Symbol.asyncDispose]());
  const { origin } = server.ready;
  const crowd = owned.use(await Crowd.gather(origin, town, size));
  await crowd.watch(side === 'ours, anew');
  const gone = now();
  await server.kill(signal);
  server = await start();
  const listening = now();
  const since = side === 'baseline' ? null : await keepingUp(origin);
  const { returns, refused } = await crowd.tell(patienceMs);
  return {
    returns,
    refused,
    awayMs: listening - gone,
    sinceListening: spread(returns.map(({ backAt }) => backAt - listening)),
    sinceLost: spread(returns.map(({ backAt, lostAt }) => backAt - lostAt)),
    pace: since && (await since()),
    cpu: server.cpu(),
  };
}

/** What windows were told when they came back, and how often they tried. */
function inCommon(returns: readonly Return[]) {
  const told = { nothing: 0, events: 0, snapshot: 0 };
  for (const one of returns) told[one.told]++;
  const pick = (of: (one: Return) => number) => spread(returns.map(of)).median;
  return {
    back: returns.length,
    told,
    events: returns.reduce((sum, { events }) => sum + events, 0),
    bytes: pick(({ bytes }) => bytes),
    tries: pick(({ tries }) => tries),
    looks: pick(({ looks }) => looks),
  };
}

function figures(all: Record<Side, Measured[]>): Figure[] {
  const of = (side: Side, pick: (one: Measured) => number): number =>
    spread(all[side].map(pick)).median;
  const line = (
    what: string,
    unit: string,
    pick: (one: Measured) => number,
    bar: Figure['bar'] = null,
    side: Side = 'ours',
  ): Figure => ({ what, unit, ours: of(side, pick), baseline: of('baseline', pick), bar });
  const told = (what: 'nothing' | 'events' | 'snapshot') => (one: Measured) =>
    inCommon(one.returns).told[what];
  const p95 = { most: 5_000, itself: true } as const;
  const alone = (
    what: string,
    unit: string,
    pick: (one: Measured) => number,
    bar: Figure['bar'] = null,
    side: Side = 'ours',
  ): Figure => ({ what, unit, ours: of(side, pick), baseline: null, bar });
  const pace = (side: Side) => all[side].flatMap((one) => one.pace ?? []);
  const fewest = (side: Side) => Math.min(...all[side].map(({ returns }) => returns.length));
  return [
    {
      what: 'back, of a thousand, the fewest of all rounds',
      unit: '',
      ours: Math.min(fewest('ours'), fewest(anew)),
      baseline: fewest('baseline'),
      bar: { least: size, itself: true },
    },
    line('back since it listens, p50', 'ms', (one) => one.sinceListening.median),
    line('back since it listens, p95', 'ms', (one) => one.sinceListening.p95, p95),
    line('back since the line was lost, p50', 'ms', (one) => one.sinceLost.median),
    line('back since the line was lost, p95', 'ms', (one) => one.sinceLost.p95),
    line('nobody listened for', 'ms', ({ awayMs }) => awayMs),
    line('bytes to each until it was back, median', 'B', (one) => inCommon(one.returns).bytes),
    line('processor time of the new server', 's', ({ cpu }) => cpu),
    alone('told that nothing is new', 'windows', told('nothing')),
    alone('told what they had missed', 'windows', told('events')),
    alone('told everything', 'windows', told('snapshot')),
    ...keptUp(pace('ours'), 'while they came back'),
    line('all loaded anew: p95 since it listens', 'ms', (one) => one.sinceListening.p95, p95, anew),
    line('all loaded anew: bytes to each', 'B', (one) => inCommon(one.returns).bytes, null, anew),
    ...keptUp(pace(anew), 'while all loaded anew'),
  ];
}
