import type { Availability, MentorCard } from '@confab/shared/protocol';
import { wakingHours } from '#lib/features/hours/answer-words.ts';
import { locale } from '#lib/ui/tongue.ts';
import { dayParts, type DayPart } from './day-part.ts';

/** The words by which a program's mentors are told apart; kept in the page's address. */
export interface Filter {
  subject: string | null;
  language: string | null;
  /** Only those who usually answer within so many waking hours; null: however soon. @see A7 */
  within: number | null;
  /** Only those who take new mentees; null: all. */
  available: true | null;
  /** Free on the next such day: ISO weekday. */
  day: number | null;
  /** At which time of that day; null: at any. */
  part: DayPart | null;
}

/** Waking hours within which people may want their answers. */
export const limits = [1, 4];

/** The one of them that the address names. */
const named = <One>(all: readonly One[], word: string | null): One | null =>
  all.find((one) => String(one) === word) ?? null;

export function filterFrom(search: Pick<URLSearchParams, 'get' | 'has'>): Filter {
  const day = named([1, 2, 3, 4, 5, 6, 7], search.get('day'));
  return {
    subject: search.get('subject'),
    language: search.get('language'),
    within: named(limits, search.get('within')),
    available: search.has('available') || null,
    day,
    part: day === null ? null : named(dayParts, search.get('part')),
  };
}

/** The address of the same page under another filter. */
export function searchFor(filter: Filter): string {
  const search = new URLSearchParams();
  for (const [name, word] of Object.entries({ ...filter, part: filter.day && filter.part }))
    if (word) search.set(name, String(word));
  return `?${search.toString().replace('available=true', 'available')}`;
}

const rank: Availability[] = ['available', 'busy', 'away'];

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
        // Of whom too little is known, nobody can say that they answer so soon.
        (!filter.within || wakingHours(one.usualAnswer ?? Infinity) <= filter.within) &&
        (!filter.available || one.availability === 'available') &&
        (!free || free.includes(one.id)),
    )
    .toSorted((a, b) => rank.indexOf(a.availability) - rank.indexOf(b.availability));

/** Every word once, the most common first, equally common ones in alphabetical order. */
export function commonWords(lists: string[][]): string[] {
  const counts = new Map<string, number>();
  for (const word of lists.flat()) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .toSorted(([a, x], [b, y]) => y - x || a.localeCompare(b, locale))
    .map(([word]) => word);
}
