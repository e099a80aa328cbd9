/** Characters that an address may have. */
export const longestAddress = 2_000;

/**
 * The address of a calendar as somebody writes it, made one that can be asked: `webcal` is `https`.
 * Null where it is none, or names a user or a password, which would stand in too many places.
 */
export function calendarAddress(written: string): { url: string; host: string } | null {
  const text = written.trim().replace(/^webcals?:/i, 'https:');
  if (text.length > longestAddress || !/^https?:\/\//i.test(text) || !URL.canParse(text))
    return null;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return null;
  url.hash = '';
  return { url: url.href, host: url.host };
}
