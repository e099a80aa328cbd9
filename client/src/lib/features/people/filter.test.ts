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
  nextOpenAt: null,
  usualAnswer: null,
  ratings: null,
  ...more,
});
const names = (people: MentorCard[]) => people.map((one) => one.name);
const everyone = filterFrom(new URLSearchParams());

describe('choosing mentors', () => {
  const people = [
    mentor('Aino', { availability: 'away', subjects: ['Design'] }),
    mentor('Bo', { availability: 'busy', languages: ['Svenska'], subjects: ['Design'] }),
    mentor('Chi', { subjects: ['Design', 'Backend'] }),
    mentor('Dara'),
  ];

  test('everyone, available ones first, else in the order given', () => {
    expect(names(chosen(people, everyone, null))).toEqual(['Chi', 'Dara', 'Bo', 'Aino']);
  });

  test('words narrow together', () => {
    expect(names(chosen(people, { ...everyone, subject: 'Design' }, null))).toEqual([
      'Chi',
      'Bo',
      'Aino',
    ]);
    expect(
      names(
        chosen(
          people,
          { ...everyone, subject: 'Design', language: 'English', available: true },
          null,
        ),
      ),
    ).toEqual(['Chi']);
    expect(chosen(people, { ...everyone, language: 'Klingon' }, null)).toEqual([]);
  });

  test('A7: of whom it is known that they usually answer so soon, rounded as it is told', () => {
    const hour = 3_600_000;
    const [at, over, slow] = [hour, hour + 1, 4 * hour];
    const some = [
      mentor('At', { usualAnswer: at }),
      mentor('Over', { usualAnswer: over }),
      mentor('Slow', { usualAnswer: slow }),
      mentor('Slower', { usualAnswer: slow + 1 }),
      mentor('At once', { usualAnswer: 0 }),
      mentor('Who knows'),
    ];
    expect(names(chosen(some, { ...everyone, within: 1 }, null))).toEqual(['At', 'At once']);
    expect(names(chosen(some, { ...everyone, within: 4 }, null))).toEqual([
      'At',
      'Over',
      'Slow',
      'At once',
    ]);
    expect(chosen(some, everyone, null)).toHaveLength(some.length);
  });

  test('A6: of those whom the words leave, the ones who are free then', () => {
    const design = { ...everyone, subject: 'Design', day: 2 };
    expect(names(chosen(people, design, ['Bo', 'Dara']))).toEqual(['Bo']);
    expect(chosen(people, design, [])).toEqual([]);
  });
});

describe('the filter in the address', () => {
  test.each([
    everyone,
    { ...everyone, subject: 'C++ & co', available: true as const },
    { ...everyone, within: 1, subject: 'available=true' },
    { ...everyone, language: 'Français', day: 7 },
    { ...everyone, subject: 'First job', language: 'Suomi', available: true as const },
    { ...everyone, day: 1, part: 'afternoon' as const },
  ])('is read as it was written: %o', (filter) => {
    expect(filterFrom(new URLSearchParams(searchFor(filter)))).toEqual(filter);
  });

  test('says no more than is asked', () => {
    const free = { ...everyone, available: true as const, within: 4 };
    expect(searchFor(free)).toBe('?within=4&available');
    expect(searchFor({ ...everyone, part: 'evening' })).toBe('?');
  });

  test('what no page writes is no filter', () => {
    for (const search of [
      'day=0',
      'day=8',
      'day=x',
      'part=morning',
      'day=1.5',
      'within=3',
      'within=',
    ])
      expect(filterFrom(new URLSearchParams(search))).toEqual(everyone);
    expect(filterFrom(new URLSearchParams('day=2&part=night')).part).toBe(null);
  });

  test('no filter clears the address', () => {
    expect(searchFor(everyone)).toBe('?');
  });
});

test('words come once, the most common first', () => {
  expect(commonWords([['b', 'a'], ['b', 'c'], ['c'], []])).toEqual(['b', 'c', 'a']);
});
