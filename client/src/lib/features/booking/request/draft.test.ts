import { defaultSettings, fromText } from '@confab/shared';
import { expect, test } from 'vitest';
import { keptText, openedDraft } from './draft.ts';

const settings = { ...defaultSettings, otherLocations: ['Phone call'] };
const typed = {
  date: '2026-11-24',
  time: '10:00',
  minutes: '90',
  kind: 'other:Phone call',
  place: '555',
  note: 'Hello',
};

test('an empty request begins online, with an hour', () => {
  expect(openedDraft(null, settings)).toEqual({
    date: '',
    time: '',
    place: '',
    note: '',
    kind: 'online',
    minutes: '60',
  });
});

test('where the program has no hour, the next longer is usual, else its longest', () => {
  expect(openedDraft(null, { ...settings, durations: [30, 90, 120] }).minutes).toBe('90');
  expect(openedDraft(null, { ...settings, durations: [20, 45] }).minutes).toBe('45');
});

test('what was typed comes back', () => {
  expect(openedDraft(keptText(typed), settings)).toEqual(typed);
});

test('what no longer fits the program is left out', () => {
  const draft = openedDraft(keptText(typed), { ...defaultSettings, durations: [30, 60] });
  expect(draft).toMatchObject({ kind: 'online', minutes: '60', date: '2026-11-24', note: 'Hello' });
});

test('a session that is booked again gives its length and place, until something is typed', () => {
  const startsAt = fromText('2026-11-24T10:00:00.000Z');
  const before = {
    id: 'before',
    terms: {
      startsAt,
      endsAt: startsAt.add({ minutes: 45 }),
      location: { kind: 'other' as const, name: 'Phone call', place: '555' },
    },
  };
  expect(openedDraft(null, settings, before)).toEqual({
    date: '',
    time: '',
    note: '',
    minutes: '45',
    kind: 'other:Phone call',
    place: '555',
  });
  expect(openedDraft(keptText(typed), settings, before)).toEqual(typed);
  const narrower = { ...defaultSettings, durations: [30, 60] };
  expect(openedDraft(null, narrower, before)).toMatchObject({ minutes: '60', kind: 'online' });
});

test('a kept text that is no draft is left alone', () => {
  expect(openedDraft('{"date":5,"time"', settings).date).toBe('');
  expect(openedDraft('{"date":5}', settings).date).toBe('');
  expect(openedDraft('null', settings).kind).toBe('online');
});
