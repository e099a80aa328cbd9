import type { Stretch } from '@confab/shared';

const dayMinutes = 1440;
const step = 15;

const textOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const everyStep = Array.from({ length: dayMinutes / step + 1 }, (_, n) => textOf(n * step));

/** The quarters of a day to choose a time from, and `chosen` where it is none of them. */
export function timeChoices(
  chosen: string,
  end: 'from' | 'to',
): { value: string; label: string }[] {
  const times = end === 'from' ? everyStep.slice(0, -1) : everyStep.slice(1);
  const all = times.includes(chosen) ? times : [...times, chosen].toSorted();
  return all.map((value) => ({ value, label: value }));
}

/** An hour more, after those that are there; null where the day is full. */
export function nextStretch(stretches: readonly Stretch[]): Stretch | null {
  const last = stretches.at(-1);
  if (!last) return { from: '09:00', to: '17:00' };
  const from = minutesOf(last.to) + 60;
  if (from > dayMinutes - step) return null;
  return { from: textOf(from), to: textOf(Math.min(from + 120, dayMinutes)) };
}

/** Minutes after midnight, as a share of a day. */
export const shareOfDay = (time: string): number => minutesOf(time) / dayMinutes;
