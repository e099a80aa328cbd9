import * as fc from 'fast-check';
import { Temporal, type Instant, type ResponseClock } from '../src/index.ts';

/** Zones with every oddity: half-hour shifts, skipped days, midnights that are not, long folds. */
export const oddZones = [
  'Africa/Cairo',
  'Africa/Casablanca',
  'Africa/El_Aaiun',
  'America/Caracas',
  'America/Havana',
  'America/New_York',
  'America/Santiago',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Antarctica/Casey',
  'Antarctica/Troll',
  'Asia/Amman',
  'Asia/Beirut',
  'Asia/Gaza',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Manila',
  'Asia/Pyongyang',
  'Asia/Tehran',
  'Atlantic/Azores',
  'Australia/Lord_Howe',
  'Europe/Dublin',
  'Europe/Lisbon',
  'Europe/London',
  'Europe/Moscow',
  'Europe/Warsaw',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Easter',
  'Pacific/Fakaofo',
  'Pacific/Kiritimati',
  'Pacific/Kwajalein',
  'UTC',
];

const allZones = Intl.supportedValuesOf('timeZone');

export const zones = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...oddZones) },
  { weight: 1, arbitrary: fc.constantFrom(...allZones) },
);

/** From here on every zone's offset is a whole number of minutes. */
const modern = Date.UTC(1973, 0, 1);
const far = Date.UTC(2037, 11, 31);
const day = 86_400_000;

const anyTime = fc.integer({ min: modern, max: far });

/** The next change of a zone's clocks after a time, or the time itself. */
function nextChange(zone: string, time: number): number {
  const from = Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(zone);
  return from.getTimeZoneTransition('next')?.epochMilliseconds ?? time;
}

/** An instant that a zone is asked about: half of the time within two days of a change. */
export const instantsIn = (zone: string): fc.Arbitrary<Instant> =>
  fc
    .oneof(
      anyTime,
      fc
        .tuple(anyTime, fc.integer({ min: -2 * day, max: day }), fc.boolean())
        .map(([time, shift, onMinute]) => {
          const moved = nextChange(zone, time) + shift;
          return onMinute ? Math.floor(moved / 60_000) * 60_000 : moved;
        }),
    )
    .map((time) => Temporal.Instant.fromEpochMilliseconds(time));

const timeText = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Any clock that can be kept, ending within three open days so that the oracle stays bearable. */
export const clocks: fc.Arbitrary<ResponseClock> = fc
  .record({
    opens: fc.oneof(fc.constantFrom(0, 360, 540), fc.integer({ min: 0, max: 1439 })),
    length: fc.oneof(fc.constantFrom(960, 480, 1440), fc.integer({ min: 1, max: 1440 })),
    share: fc.double({ min: 0.001, max: 3, noNaN: true }),
    closedDays: fc.oneof(
      { weight: 3, arbitrary: fc.constant<number[]>([]) },
      { weight: 1, arbitrary: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 }) },
    ),
  })
  .map(({ opens, length, share, closedDays }) => {
    const closes = Math.min(opens + length, 1440);
    const minutes = Math.max(1, Math.round((closes - opens) * share));
    return { hours: minutes / 60, opens: timeText(opens), closes: timeText(closes), closedDays };
  });

/** A clock in its zone with an instant at which it starts. */
export const clockStarts = zones.chain((zone) =>
  fc.record({ zone: fc.constant(zone), requestedAt: instantsIn(zone), clock: clocks }),
);
