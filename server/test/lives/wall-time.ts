import { offset } from './offsets.ts';

const minute = 60_000;
const day = 86_400_000;

const two = (value: number) => String(value).padStart(2, '0');

/** What a clock with this offset shows. */
function shown(at: number, ahead: number) {
  const local = new Date(at + ahead);
  const date = `${String(local.getUTCFullYear())}-${two(local.getUTCMonth() + 1)}-${two(local.getUTCDate())}`;
  return { date, time: `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}` };
}

/** What a person in the zone types for an instant. */
export const typed = (zone: string, at: number) => ({ ...shown(at, offset(zone, at)), zone });

/** What the clock would have shown at `at`, had it not been changed since `before`. */
export const typedAsBefore = (zone: string, before: number, at: number) => ({
  ...shown(at, offset(zone, before)),
  zone,
});

export type Meant = { at: number } | { code: 'time-gap' | 'time-fold'; at: [number, number] };

/** B8 by trial: which instants show this date and time, by any offset the zone has around it? */
export function meant(
  { date, time, zone }: { date: string; time: string; zone: string },
  which: 'earlier' | 'later' | undefined,
): Meant {
  const wall = Date.parse(`${date}T${time}:00Z`);
  const ahead = [offset(zone, wall - 2 * day), offset(zone, wall + 2 * day)];
  const tries = [...new Set(ahead.map((by) => wall - by))].toSorted((a, b) => a - b);
  const exact = tries.filter((at) => at + offset(zone, at) === wall);
  if (exact.length === 1) return { at: exact[0] as number };
  const [earlier = 0, later = 0] = tries;
  if (which) return { at: which === 'earlier' ? earlier : later };
  return { code: exact.length === 2 ? 'time-fold' : 'time-gap', at: [earlier, later] };
}

export const toMinute = (at: number): number => Math.floor(at / minute) * minute;
