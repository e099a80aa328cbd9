import type { Availability, MentorCard } from '@confab/shared/protocol';

/** The words by which a program's mentors are told apart; kept in the page's address. */
export interface Filter {
  subject: string | null;
  language: string | null;
  /** Only those who take new mentees. */
  available: boolean;
}

export const filterFrom = (search: Pick<URLSearchParams, 'get' | 'has'>): Filter => ({
  subject: search.get('subject'),
  language: search.get('language'),
  available: search.has('available'),
});

/** The address of the same page under another filter. */
export function searchFor({ subject, language, available }: Filter): string {
  const search = new URLSearchParams();
  if (subject) search.set('subject', subject);
  if (language) search.set('language', language);
  if (available) search.set('available', '');
  const text = search.toString().replace('available=', 'available');
  return text ? `?${text}` : '?';
}

const rank: Record<Availability, number> = { available: 0, busy: 1, away: 2 };

/** Those whom the filter lets through: available ones first, else in the order given. */
export const chosen = (people: MentorCard[], filter: Filter): MentorCard[] =>
  people
    .filter(
      (one) =>
        (!filter.subject || one.subjects.includes(filter.subject)) &&
        (!filter.language || one.languages.includes(filter.language)) &&
        (!filter.available || one.availability === 'available'),
    )
    .toSorted((a, b) => rank[a.availability] - rank[b.availability]);

/** Every word once, the most common first, equally common ones in alphabetical order. */
export function commonWords(lists: string[][]): string[] {
  const counts = new Map<string, number>();
  for (const word of lists.flat()) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .toSorted(([a, x], [b, y]) => y - x || a.localeCompare(b, 'en-GB'))
    .map(([word]) => word);
}
