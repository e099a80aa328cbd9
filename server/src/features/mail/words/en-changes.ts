import { listed } from './listed.ts';
import type { About } from './words.ts';

const words = { start: 'time', length: 'duration', place: 'place' };
const those = (changed: About['changed']) => listed(changed, words, 'en-GB');

/** `another time and place` is proposed; where it is not known what, `a change`. */
export const another = (changed: About['changed']): string =>
  changed.size > 0 ? `another ${those(changed)}` : 'a change';

/** `the new time and place` is agreed. */
export const theNew = (changed: About['changed']): string =>
  changed.size > 0 ? `the new ${those(changed)}` : 'the change';
