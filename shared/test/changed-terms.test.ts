import { expect, test } from 'vitest';
import { addMinutes, changedTerms, fromText, type Location, type Terms } from '../src/index.ts';

const termsOf = (start: string, minutes: number, location: Location): Terms => {
  const startsAt = fromText(`2026-12-25T${start}:00Z`);
  return { startsAt, endsAt: addMinutes(startsAt, minutes), location };
};
const online: Location = { kind: 'online' };
const cafe: Location = { kind: 'in-person', place: 'Café Engel' };
const before = termsOf('12:00', 60, online);

test.each<[string, Terms, string[]]>([
  ['nothing', termsOf('12:00', 60, online), []],
  ['the start alone, though the end is another, too', termsOf('13:00', 60, online), ['start']],
  ['the length alone', termsOf('12:00', 120, online), ['length']],
  ['the place alone', termsOf('12:00', 60, cafe), ['place']],
  [
    'the start and the length, though the end stays',
    termsOf('11:30', 90, online),
    ['start', 'length'],
  ],
  ['all', termsOf('13:00', 30, cafe), ['start', 'length', 'place']],
])('R1: other terms change %s', (_, after, changed) => {
  expect([...changedTerms(before, after)]).toEqual(changed);
});

test.each<[string, Location, Location, boolean]>([
  ['the same place', cafe, { ...cafe }, false],
  ['another place in person', cafe, { kind: 'in-person', place: 'Café Java' }, true],
  [
    'another kind at the same place',
    cafe,
    { kind: 'other', name: 'Walk', place: 'Café Engel' },
    true,
  ],
  [
    'another kind by name alone',
    { kind: 'other', name: 'Walk', place: '' },
    { kind: 'other', name: 'By telephone', place: '' },
    true,
  ],
  ['a kind without a place and online', { kind: 'other', name: '', place: '' }, online, true],
])('B9: %s', (_, from, to, isChange) => {
  const changed = changedTerms(termsOf('12:00', 60, from), termsOf('12:00', 60, to));
  expect([...changed]).toEqual(isChange ? ['place'] : []);
});
