import { fromText, Temporal } from '@confab/shared';
import { expect, test, vi } from 'vitest';
import { accepted, asked, booked, from, mentor } from '../test/sample.ts';

vi.hoisted(() => {
  vi.stubGlobal('__PARAGLIDE_STATIC_LOCALE__', 'de');
});
const { headline } = await import('./headline.ts');
const { lead } = await import('./lead.ts');
const { longDate } = await import('../calendar/month-words.ts');
const { city, clockTime, fullDay, left, longWeekday, minutesInWords, shortDay } =
  await import('#lib/ui/time/words.ts');
const { averageWords, countWords } = await import('#lib/features/reviews/average-words.ts');

/** As it is read: where a line may not end there is a space as well. */
const read = (text: string | undefined) => text?.replaceAll('\u00A0', ' ');
const now = fromText('2026-11-23T10:00:00Z');
const zone = 'Europe/Helsinki';

test('N4: a session is told in German as it is in English', () => {
  const booking = booked(asked);
  expect(read(headline(booking, from('mentor'), now))).toBe(
    'Farid bittet Sie um ein Treffen morgen um 10:00 Uhr (13:30 für Farid).',
  );
  expect(lead(booking, from('mentee'), now).map(read)).toEqual([
    'Aino kann bis morgen um 01:30 Uhr antworten.',
  ]);
  const agreed = booked(asked, accepted);
  expect(read(headline(agreed, from('mentor'), fromText('2026-11-20T10:00:00Z')))).toBe(
    'Vereinbart. Sie treffen sich am Dienstag, 24. November um 10:00 Uhr (13:30 für Farid).',
  );
});

test('N4: another’s day is named in German where it is another', () => {
  const start = { date: '2026-11-25', time: '23:00', zone };
  const booking = booked(asked, accepted, [
    '2026-11-23T09:30:00Z',
    mentor,
    { type: 'propose', version: 0, start },
  ]);
  expect(read(lead(booking, from('mentee'), now)[0])).toBe(
    'Vorschlag von Aino – neue Zeit: Donnerstag, 26. November um 02:30 Uhr (Mittwoch um 23:00 Uhr für Aino). Bis Sie annehmen, gilt, was vereinbart ist.',
  );
});

test('N4 R1: another place and length are told in German', () => {
  const location = { kind: 'in-person' as const, place: 'Café Engel' };
  const propose = { type: 'propose' as const, version: 0, location };
  const toPlace = booked(asked, accepted, ['2026-11-23T09:30:00Z', mentor, propose]);
  expect(read(lead(toPlace, from('mentee'), now)[0])).toBe(
    'Vorschlag von Aino – neuer Ort: Persönlich, Café Engel. Die Zeit bleibt. Bis Sie annehmen, gilt, was vereinbart ist.',
  );
  const longer = { ...propose, minutes: 90 };
  const toBoth = booked(asked, ['2026-11-23T09:30:00Z', mentor, longer]);
  expect(read(headline(toBoth, from('mentor'), now))).toBe(
    'Ihr Vorschlag – neue Dauer: 1 h 30 min statt 45 min; neuer Ort: Persönlich, Café Engel.',
  );
});

test('N4: days, times, lengths and numbers are written as German writes them', () => {
  const at = fromText('2027-01-05T22:05:00Z');
  expect(fullDay(at, zone, now)).toBe('Mittwoch, 6.\u00A0Januar 2027');
  expect(shortDay(at, zone)).toBe('Mi. 6. Jan.');
  expect(longWeekday(at, zone)).toBe('Mittwoch');
  expect(longDate(Temporal.PlainDate.from('2026-12-24'))).toBe(
    'Donnerstag, 24.\u00A0Dezember 2026',
  );
  expect(clockTime(at, zone)).toBe('00:05');
  expect(minutesInWords(90)).toBe('1\u00A0h\u00A030\u00A0min');
  expect(left(50 * 3_600_000)).toBe('2\u00A0Tage 2\u00A0h');
  expect(averageWords({ average: 4.75, count: 2 })).toBe('4,8');
  expect([1, 2].map((count) => countWords({ average: 5, count }))).toEqual([
    '1 Bewertung',
    '2 Bewertungen',
  ]);
});

test('N4: cities are called as German calls them', () => {
  expect(['Europe/Rome', 'Asia/Kolkata', 'America/New_York', 'UTC'].map(city)).toEqual([
    'Rom',
    'Kolkata',
    'New York',
    'UTC',
  ]);
});
