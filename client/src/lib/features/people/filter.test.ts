import type { MentorCard } from '@confab/shared/protocol';
import { describe, expect, test } from 'vitest';
import { chosen, commonWords, filterFrom, searchFor } from './filter.ts';

const mentor = (name: string, more: Partial<MentorCard> = {}): MentorCard => ({
  id: name,
  name,
  portrait: null,
  zone: 'Europe/Helsinki',
  headline: '',
  languages: ['English'],
  subjects: [],
  availability: 'available',
  ...more,
});
const names = (people: MentorCard[]) => people.map((one) => one.name);
const everyone = { subject: null, language: null, available: false };

describe('choosing mentors', () => {
  const people = [
    mentor('Aino', { availability: 'away', subjects: ['Design'] }),
    mentor('Bo', { availability: 'busy', languages: ['Svenska'], subjects: ['Design'] }),
    mentor('Chi', { subjects: ['Design', 'Backend'] }),
    mentor('Dara'),
  ];

  test('everyone, available ones first, else in the order given', () => {
    expect(names(chosen(people, everyone))).toEqual(['Chi', 'Dara', 'Bo', 'Aino']);
  });

  test('words narrow together', () => {
    expect(names(chosen(people, { ...everyone, subject: 'Design' }))).toEqual([
      'Chi',
      'Bo',
      'Aino',
    ]);
    expect(
      names(chosen(people, { subject: 'Design', language: 'English', available: true })),
    ).toEqual(['Chi']);
    expect(chosen(people, { ...everyone, language: 'Klingon' })).toEqual([]);
  });
});

describe('the filter in the address', () => {
  test.each([
    everyone,
    { subject: 'C++ & co', language: null, available: true },
    { subject: null, language: 'Français', available: false },
    { subject: 'First job', language: 'Suomi', available: true },
  ])('is read as it was written: %o', (filter) => {
    expect(filterFrom(new URLSearchParams(searchFor(filter)))).toEqual(filter);
  });

  test('no filter clears the address', () => {
    expect(searchFor(everyone)).toBe('?');
  });
});

test('words come once, the most common first', () => {
  expect(commonWords([['b', 'a'], ['b', 'c'], ['c'], []])).toEqual(['b', 'c', 'a']);
});
