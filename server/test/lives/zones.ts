import * as fc from 'fast-check';
import { Temporal } from '@confab/shared';

/** Half hours, quarter hours, half-hour shifts, two-hour shifts, the far side of the date line. */
export const zones = [
  'Africa/Cairo',
  'Africa/Casablanca',
  'Africa/El_Aaiun',
  'Africa/Johannesburg',
  'Africa/Nairobi',
  'America/Argentina/Buenos_Aires',
  'America/Asuncion',
  'America/Caracas',
  'America/Godthab',
  'America/Havana',
  'America/Los_Angeles',
  'America/Mexico_City',
  'America/New_York',
  'America/Phoenix',
  'America/Santiago',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Antarctica/Casey',
  'Antarctica/Troll',
  'Asia/Beirut',
  'Asia/Dubai',
  'Asia/Gaza',
  'Asia/Jerusalem',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Tehran',
  'Asia/Tokyo',
  'Asia/Yangon',
  'Atlantic/Azores',
  'Australia/Adelaide',
  'Australia/Eucla',
  'Australia/Lord_Howe',
  'Australia/Sydney',
  'Europe/Chisinau',
  'Europe/Dublin',
  'Europe/Helsinki',
  'Europe/Lisbon',
  'Europe/London',
  'Pacific/Apia',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Pacific/Easter',
  'Pacific/Kiritimati',
  'Pacific/Marquesas',
  'UTC',
] as const;

/** The next change of a zone's clocks after `at`, or `at` itself where there is none. */
export function nextChange(zone: string, at: number): number {
  const from = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return from.getTimeZoneTransition('next')?.epochMilliseconds ?? at;
}

const hour = 3_600_000;

/** When a life begins: mostly within two days before the clocks of some zone change. */
export const beginnings: fc.Arbitrary<number> = fc
  .record({
    zone: fc.constantFrom(...zones),
    after: fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2031, 0, 1) }),
    before: fc.integer({ min: 0, max: 48 * hour }),
  })
  .map(({ zone, after, before }) => nextChange(zone, after) - before);
