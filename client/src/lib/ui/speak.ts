import type { Tongue } from '@confab/shared';
import { tongueCookie } from '@confab/shared/protocol';
import { tongue } from './tongue.ts';

const year = 365 * 24 * 60 * 60;

const kept = (wished: Tongue): boolean =>
  document.cookie.split('; ').includes(`${tongueCookie}=${wished}`);

/** Has this browser's pages in a language from now on, and this one again at once. */
export function speak(wished: Tongue): void {
  const only = location.protocol === 'https:' ? '; secure' : '';
  document.cookie = `${tongueCookie}=${wished}; path=/; max-age=${year}; samesite=lax${only}`;
  if (wished !== tongue && kept(wished)) location.reload();
}

/**
 * The same for whoever's language is known. Where the browser keeps it already and the page is in
 * another all the same, the server has no such page, and loading it again would never end.
 */
export function speakTheirs(theirs: Tongue): void {
  if (!kept(theirs)) speak(theirs);
}
