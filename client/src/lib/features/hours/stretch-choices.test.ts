import { expect, test } from 'vitest';
import { nextStretch, shareOfDay, timeChoices } from './stretch-choices.ts';

test('A1: a day’s end can be chosen, its beginning as an end cannot', () => {
  const values = (end: 'from' | 'to') => timeChoices('09:00', end).map(({ value }) => value);
  expect([values('from')[0], values('from').at(-1)]).toEqual(['00:00', '23:45']);
  expect([values('to')[0], values('to').at(-1)]).toEqual(['00:15', '24:00']);
});

test('a time that is no quarter keeps its place', () => {
  const values = timeChoices('09:10', 'from').map(({ value }) => value);
  expect(values.slice(36, 39)).toEqual(['09:00', '09:10', '09:15']);
});

test('further hours come after the last', () => {
  expect(nextStretch([])).toEqual({ from: '09:00', to: '17:00' });
  expect(nextStretch([{ from: '09:00', to: '12:00' }])).toEqual({ from: '13:00', to: '15:00' });
  expect(nextStretch([{ from: '09:00', to: '21:30' }])).toEqual({ from: '22:30', to: '24:00' });
  expect(nextStretch([{ from: '09:00', to: '23:00' }])).toBe(null);
});

test('a day’s end is its whole', () => {
  expect([shareOfDay('00:00'), shareOfDay('06:00'), shareOfDay('24:00')]).toEqual([0, 0.25, 1]);
});
