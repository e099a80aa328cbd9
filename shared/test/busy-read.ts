import { Temporal } from '../src/index.ts';
import { busyTimes } from '../src/busy/reading/index.ts';
import { calendar, event } from './calendar-text.ts';

/** March and April 2026, for a mentor in Helsinki unless said otherwise. */
const within = { from: Date.UTC(2026, 2, 1), to: Date.UTC(2026, 3, 30) };

export const read = (text: string, zone = 'Europe/Helsinki') => busyTimes(text, { zone, within });

/** As `03-02T10:00/11:00`, in UTC. */
export function busyIn(text: string, zone?: string): string[] {
  const answer = read(text, zone);
  if (!answer.ok) return [answer.fault];
  const shown = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: 'minute' }).slice(5, 16);
  return answer.busy.map(({ from, to }) => `${shown(from)}/${shown(to)}`);
}

/** A calendar of one event. */
export const one = (...lines: string[]): string => calendar(event('UID:1', ...lines));

export const oneHour = ['DTSTART:20260302T100000Z', 'DTEND:20260302T110000Z'];
