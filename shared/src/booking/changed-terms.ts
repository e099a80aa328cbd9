import type { Terms } from './booking.ts';
import type { Location } from './location.ts';
import { bookedMinutes } from './marks.ts';

/** A part of what is agreed that can be another by itself. */
export type ChangedTerm = 'start' | 'length' | 'place';

/** What of these terms those change: `length` in minutes, not the end. Empty: nothing. @see B9 R1 */
export function changedTerms(before: Terms, after: Terms): ReadonlySet<ChangedTerm> {
  const changed = new Set<ChangedTerm>();
  if (!after.startsAt.equals(before.startsAt)) changed.add('start');
  if (bookedMinutes(after) !== bookedMinutes(before)) changed.add('length');
  if (!sameLocation(after.location, before.location)) changed.add('place');
  return changed;
}

const sameLocation = (a: Location, b: Location): boolean =>
  a.kind === b.kind && placeOf(a) === placeOf(b) && nameOf(a) === nameOf(b);

const placeOf = (location: Location) => (location.kind === 'online' ? '' : location.place);
const nameOf = (location: Location) => (location.kind === 'other' ? location.name : '');
