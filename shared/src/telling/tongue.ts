/** The languages that Confab speaks, in pages, letters, pushes and calendars. */
export const tongues = ['en', 'de'] as const;

/** The language in which a person is told things; not the `languages` they meet in. @see N4 */
export type Tongue = (typeof tongues)[number];

export const isTongue = (text: unknown): text is Tongue =>
  (tongues as readonly unknown[]).includes(text);

/**
 * The first of these that Confab speaks, whatever its region; English where it speaks none.
 * @param wished language tags, the dearest first: `de-AT`, `en`
 */
export function tongueOf(wished: readonly string[]): Tongue {
  const plain = wished.map((tag) => tag.trim().toLowerCase().replace(/-.*/, ''));
  return plain.find(isTongue) ?? 'en';
}
