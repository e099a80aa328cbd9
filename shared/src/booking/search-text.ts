/**
 * Text as it is searched: without regard to case, accents and how wide the spaces are. What is kept
 * of notes was folded like this when it was written, so a change here needs a migration.
 */
export const searchText = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim();

/** Each is looked for by itself, so there are not many. */
const mostWords = 5;

/** What a text looks for, each somewhere: its first words, folded. @see L2 */
export const searchWords = (text: string): readonly string[] =>
  searchText(text).split(' ', mostWords).filter(Boolean);
