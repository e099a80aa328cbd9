import * as fc from 'fast-check';
import {
  Temporal,
  type Hours,
  type Interval,
  type Stretch,
  type TimesAsked,
} from '../src/index.ts';
import { instantsIn, zones } from './clock-arbitraries.ts';

const minute = 60_000;
const day = 86_400_000;

const timeText = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Up to three stretches of a day, some touching, many over the hours in which clocks change. */
const dayStretches: fc.Arbitrary<Stretch[]> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<Stretch[]>([{ from: '00:00', to: '24:00' }]) },
  { weight: 1, arbitrary: fc.constant<Stretch[]>([]) },
  {
    weight: 4,
    arbitrary: fc
      .uniqueArray(
        fc.oneof(
          fc.integer({ min: 0, max: 96 }).map((n) => n * 15),
          fc.nat(1440),
        ),
        {
          minLength: 2,
          maxLength: 6,
        },
      )
      .map((edges) => {
        const sorted = edges.toSorted((a, b) => a - b);
        return sorted.flatMap((from, index) => {
          const to = sorted[index + 1];
          const isStretch = to !== undefined && (index % 2 === 0 || from % 60 === 0);
          return isStretch ? [{ from: timeText(from), to: timeText(to) }] : [];
        });
      }),
  },
);

const otherDays = (zone: string, at: number) =>
  fc
    .array(fc.record({ gap: fc.nat(2), run: fc.nat(2), stretches: dayStretches }), { maxLength: 3 })
    .map((entries) => {
      let date = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
      return entries.map(({ gap, run, stretches }) => {
        const first = date.add({ days: gap });
        const last = first.add({ days: run });
        date = last.add({ days: 1 });
        return { first: first.toString(), last: last.toString(), stretches };
      });
    });

const intervals = (from: number): fc.Arbitrary<Interval[]> =>
  fc.array(
    fc
      .tuple(fc.integer({ min: -300, max: 4000 }), fc.constantFrom(5, 30, 45, 60, 90, 600))
      .map(([start, length]) => ({
        startsAt: Temporal.Instant.fromEpochMilliseconds(from + start * minute),
        endsAt: Temporal.Instant.fromEpochMilliseconds(from + (start + length) * minute),
      })),
    { maxLength: 5 },
  );

/** Hours in a zone, asked about a day or two, half of the time where its clocks change. */
export const timesAsked: fc.Arbitrary<TimesAsked> = zones.chain((zone) =>
  instantsIn(zone).chain((instant) => {
    const from = Math.floor(instant.epochMilliseconds / minute) * minute;
    const at = (shift: number) => Temporal.Instant.fromEpochMilliseconds(from + shift * minute);
    return fc.record({
      zone: fc.constant(zone),
      hours: fc.record<Hours>({
        week: fc.array(dayStretches, { minLength: 7, maxLength: 7 }),
        otherDays: otherDays(zone, from),
        longestDay: fc.option(fc.constantFrom(15, 60, 90, 240), { nil: null }),
        pause: fc.constantFrom(0, 0, 10, 15, 60),
      }),
      from: fc.constant(at(0)),
      until: fc.integer({ min: 0, max: (2 * day) / minute }).map(at),
      sessions: intervals(from),
      taken: intervals(from),
      busy: intervals(from).map((all) =>
        all.map(({ startsAt, endsAt }) => ({
          from: startsAt.epochMilliseconds,
          to: endsAt.epochMilliseconds,
        })),
      ),
      duration: fc.constantFrom(15, 30, 45, 60, 90, 120),
      notice: fc.constantFrom(0, 0, 60, 1000),
      horizon: fc.constantFrom(1, 180),
      now: fc.integer({ min: -1000, max: 1000 }).map(at),
    });
  }),
);
