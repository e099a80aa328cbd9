import { defaultSettings } from '@confab/shared';
import { expect, test } from 'vitest';
import { carriedOver } from './carried-over.ts';
import { typedFrom } from './typed-settings.ts';

const before = typedFrom(defaultSettings);

test('nothing typed: the new settings, and nothing to say', () => {
  const now = { ...before, hours: '6' };
  expect(carriedOver(before, before, now)).toEqual({ typed: now, both: null });
});

test('what only one of the two changed is there in the end', () => {
  const typed = { ...before, after: '10' };
  const now = { ...before, hours: '6', durations: [30] };
  expect(carriedOver(typed, before, now)).toEqual({ typed: { ...now, after: '10' }, both: [] });
});

test('what both changed stays as typed, and is named', () => {
  const typed = { ...before, hours: '9', horizon: '60', places: ['By telephone'] };
  const now = { ...before, hours: '6', horizon: '60', opens: '08:00' };
  expect(carriedOver(typed, before, now)).toEqual({
    typed: { ...now, hours: '9', places: ['By telephone'] },
    both: ['hours'],
  });
});

test('one’s own change come true leaves nothing changed', () => {
  const typed = { ...before, hours: '9' };
  expect(carriedOver(typed, before, typed)).toEqual({ typed, both: [] });
});
