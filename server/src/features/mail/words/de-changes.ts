import { listed } from './listed.ts';
import type { About } from './words.ts';

const proposed = {
  start: 'eine andere Zeit',
  length: 'eine andere Dauer',
  place: 'einen anderen Ort',
};
const agreed = { start: 'die neue Zeit', length: 'die neue Dauer', place: 'den neuen Ort' };

/** What is proposed: `eine andere Zeit und einen anderen Ort`; where it is not known, `eine Änderung`. */
export const another = (changed: About['changed']): string =>
  changed.size > 0 ? listed(changed, proposed, 'de-DE') : 'eine Änderung';

/** What is agreed: `die neue Zeit und den neuen Ort`. */
export const theNew = (changed: About['changed']): string =>
  changed.size > 0 ? listed(changed, agreed, 'de-DE') : 'die Änderung';
