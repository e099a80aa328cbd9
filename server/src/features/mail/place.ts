import type { Location } from '@confab/shared';
import type { Words } from './words/index.ts';

/** Where a session takes place, in the recipient's words; a kind that the program lists by its name. @see B1 N4 */
export function placeIn(location: Location, { facts }: Words): string {
  if (location.kind === 'online') return facts.online;
  if (location.kind === 'in-person') return location.place;
  return [location.name, location.place].filter(Boolean).join(', ');
}
