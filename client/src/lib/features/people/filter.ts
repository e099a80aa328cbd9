import type { Availability, MentorCard } from '@confab/shared/protocol';
import { locale } from '#lib/ui/tongue.ts';
import { dayParts, type DayPart } from './day-part.ts';

/** The words by which a program's mentors are told apart; kept in the page's address. */
export interface Filter {
  subject: string | null;
  language: string | null;
  /** Only those who take new mentees. */
  available: boolean;
  /** Free on the next such day: ISO weekday. */
  day: number | null;
  /** At which time of that day; null: at any. */
  part: DayPart | null;
}

export function filterFrom(search: Pick<URLSearchParams, 'get' | 'has'>): Filter {
  const day = Number(search.get('day'));
  const known = Number.isInteger(day) && day >= 1 && day <= 7;
  return {
    subject: search.get('subject'),
    language: search.get('language'),
    available: search.has('available'),
    day: known ? day : null,
    part: (known && dayParts.find((part) => part === search.get('part'))) || null,
  };
}

/** The address of the same page under another filter. */
export function searchFor({ subject, language, available, day, part }: Filter): string {
  const search = new URLSearchParams();
  if (subject) search.set('subject', subject);
  if (language) search.set('language', language);
  if (available) search.set('available', '');
  if (day) search.set('day', String(day));
  if (day && part) search.set('part', part);
  const text = search.toString().replace('available=', 'available');
  return text ? `?${text}` : '?';
}

const rank: Record<Availability, number> = { available: 0, busy: 1, away: 2 };

/**
 * Those whom the filter lets through: available ones first, else in the order given.
 *
 * @param free the ids of those who are free then; null: nobody asked
 */
export const chosen = (
  people: MentorCard[],
  filter: Filter,
  free: readonly string[] | null,
): MentorCard[] =>
  people
    .filter(
      (one) =>
        (!filter.subject || one.subjects.includes(filter.subject)) &&
        (!filter.language || one.languages.includes(filter.language)) &&
        (!filter.available || one.availability === 'available') &&
        (!free || free.includes(one.id)),
    )
    .toSorted((a, b) => rank[a.availability] - rank[b.availability]);

/** Every word once, the most common first, equally common ones in alphabetical order. */
export function commonWords(lists: string[][]): string[] {
  const counts = new Map<string, number>();
  for (const word of lists.flat()) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .toSorted(([a, x], [b, y]) => y - x || a.localeCompare(b, locale))
    .map(([word]) => word);
}
