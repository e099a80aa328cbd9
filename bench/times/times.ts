import { openTimes, Temporal, type Instant, type Interval } from '@confab/shared';
import { slowOpenTimes } from '../../shared/test/hours-oracle.ts';
import type { Benchmark } from '../frame/benchmark.ts';
import { runs } from '../frame/often.ts';
import { spread } from '../frame/spread.ts';
import { answering } from './free.ts';
import { officeHours } from './office-hours.ts';

/** The quick way is measured over so many calls. */
const calls = 20;
const weeks = 12;
const day = 86_400_000;
const minute = 60_000;

/** Begins before the clocks change in Helsinki. */
const now = Temporal.Instant.from('2026-03-02T09:00:00Z');

/** So many stretches, spread over twenty-four weeks by the same rule each time. */
const scattered = (count: number, length: number, factor: number): Interval[] =>
  Array.from({ length: count }, (_, n) => {
    const at = ((n * factor) % (168 * 96)) * 15 * minute - 84 * day;
    const startsAt = Temporal.Instant.fromEpochMilliseconds(now.epochMilliseconds + at);
    return { startsAt, endsAt: startsAt.add({ minutes: length }) };
  });

const asked = {
  hours: officeHours,
  zone: 'Europe/Helsinki',
  from: now,
  until: now.add({ hours: weeks * 7 * 24 }),
  sessions: scattered(500, 45, 1013),
  taken: [],
  busy: scattered(2000, 30, 7919).map(({ startsAt, endsAt }) => ({
    from: startsAt.epochMilliseconds,
    to: endsAt.epochMilliseconds,
  })),
  duration: 60,
  notice: 0,
  horizon: 180,
  now,
};

/** Milliseconds of processor time: what the machine does beside it does not count. */
const took = (find: () => Instant[]): { ms: number; found: number } => {
  const before = process.cpuUsage();
  const { length: found } = find();
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1000, found };
};

/** Open times: twelve weeks of one mentor with 500 sessions and 2,000 busy times, beside asking minute by minute; and 200 such mentors at once. */
export const times: Benchmark = {
  name: 'times',
  async run() {
    const quick: number[] = [];
    const slow: number[] = [];
    let found = { quick: 0, slow: 0 };
    for (let run = -3; run < runs; run += 1) {
      let all = 0;
      for (let n = 0; n < calls; n += 1) {
        const one = took(() => openTimes(asked));
        all += one.ms;
        found = { ...found, quick: one.found };
      }
      if (run < 0) continue;
      quick.push(all / calls);
      // The slow way takes long.
      if (run >= 3) continue;
      const one = took(() => slowOpenTimes(asked));
      slow.push(one.ms);
      found = { ...found, slow: one.found };
    }
    if (found.quick !== found.slow) throw new Error('the two ways differ');
    const asking = await answering();
    return {
      figures: [
        {
          what: '12 weeks of open times, 500 sessions, 2,000 busy times; baseline: minute by minute',
          unit: 'ms CPU',
          ours: spread(quick).median,
          baseline: spread(slow).median,
          bar: null,
        },
        {
          what: 'the same, nine times of ten',
          unit: 'ms CPU',
          ours: spread(quick).p90,
          baseline: null,
          bar: { most: 5 },
        },
        {
          what: 'who of 200 mentors, each with 2,000 busy times, is free on Tuesday afternoon, nine times of ten',
          unit: 'ms CPU',
          ours: asking.free.all.p90,
          baseline: null,
          bar: { most: 150 },
        },
        {
          what: 'the same, its longest stretch on the event loop',
          unit: 'ms CPU',
          ours: asking.free.stretch.p90,
          baseline: null,
          bar: { most: 20 },
        },
        {
          what: 'the list of these mentors, each with the next open time, nine times of ten',
          unit: 'ms CPU',
          ours: asking.list.all.p90,
          baseline: null,
          bar: null,
        },
      ],
      did: { runs, calls, found, quick, slow, asking },
    };
  },
};
