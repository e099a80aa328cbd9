import type { ChangedTerm } from '@confab/shared';

const inOrder: readonly ChangedTerm[] = ['start', 'length', 'place'];

/** What changes, each by its word, as a language lists things: `time, duration and place`. */
export function listed(
  changed: ReadonlySet<ChangedTerm>,
  words: Readonly<Record<ChangedTerm, string>>,
  locale: string,
): string {
  const parts = inOrder.flatMap((one) => (changed.has(one) ? [words[one]] : []));
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts);
}
