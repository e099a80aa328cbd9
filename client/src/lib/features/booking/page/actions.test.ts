import { fromText } from '@confab/shared';
import { expect, test } from 'vitest';
import { accepted, asked, booked, mentor } from '../test/sample.ts';
import { actionsFor } from './actions.ts';
import { actualMinutesChoices, suggestedMinutes } from './actual-minutes.ts';

const at = fromText;
const labels = (...args: Parameters<typeof actionsFor>) =>
  actionsFor(...args).map(({ label, look }) => (look === 'primary' ? `*${label}` : label));
const start = { date: '2026-11-24', time: '15:00', zone: 'Europe/Helsinki' };
const proposed: Parameters<typeof booked>[0] = [
  '2026-11-23T09:30:00Z',
  mentor,
  { type: 'propose', version: 0, start },
];
const morning = at('2026-11-23T10:00:00Z');

test('B4: what each side can do with a request', () => {
  const booking = booked(asked);
  expect(labels(booking, 'mentor', morning, false)).toEqual(['*Accept', 'Reschedule', 'Decline']);
  expect(labels(booking, 'mentee', morning, false)).toEqual(['Withdraw Request']);
});

test('D4: at the deadline nothing is left to do', () => {
  const booking = booked(asked);
  expect(labels(booking, 'mentor', at('2026-11-23T20:00:00Z'), false)).toEqual([]);
});

test('B4: after an expired request the mentee can ask again at once', () => {
  const late = at('2026-11-23T20:00:00Z');
  const booking = booked(asked, [late.toString(), { kind: 'system' }, { type: 'expire' }]);
  expect(labels(booking, 'mentee', late, false)).toEqual(['Request Again']);
  expect(labels(booking, 'mentor', late, false)).toEqual([]);
});

test('R3: what each side can do with the mentor’s proposal', () => {
  const booking = booked(asked, proposed);
  expect(labels(booking, 'mentee', morning, false)).toEqual([
    '*Accept New Time',
    'Propose Another',
    'Refuse',
    'Withdraw Request',
  ]);
  expect(labels(booking, 'mentor', morning, false)).toEqual([
    'Change the Proposal',
    'Decline',
    'Withdraw Proposal',
  ]);
});

test('the room is one press away from acceptance on, and the thing to do once it is open', () => {
  const booking = booked(asked, accepted);
  expect(labels(booking, 'mentee', morning, false)).toEqual([
    'Reschedule',
    'To the Room',
    'Cancel Session',
  ]);
  expect(labels(booking, 'mentee', at('2026-11-24T07:30:00Z'), false)[0]).toBe('*Join Room');
});

test('F1 F3 W3: from start to end, and afterwards', () => {
  const booking = booked(asked, accepted);
  expect(labels(booking, 'mentor', at('2026-11-24T08:10:00Z'), true)).toEqual([
    '*Join Room',
    'Complete',
    'Keep the Room 15 min longer',
    'Did not come',
    'Cancel Session',
  ]);
  expect(labels(booking, 'mentor', at('2026-11-24T08:45:00Z'), false)[0]).toBe('*Complete');
  expect(labels(booking, 'mentor', at('2026-11-25T08:45:00Z'), false)).toEqual([
    '*Complete',
    'Did not come',
  ]);
});

test('F1: actual minutes go in steps of five up to an hour more than booked', () => {
  const booking = booked(asked, accepted);
  const choices = actualMinutesChoices(booking);
  expect(choices.slice(0, 2)).toEqual([5, 10]);
  expect(choices.at(-1)).toBe(105);
  expect(suggestedMinutes(booking, at('2026-11-24T08:22:00Z'))).toBe(25);
  expect(suggestedMinutes(booking, at('2026-11-24T08:00:00Z'))).toBe(5);
  expect(suggestedMinutes(booking, at('2026-11-24T12:00:00Z'))).toBe(45);
});

test('F1 F2: whoever marked it may undo it, the other may contest it', () => {
  const booking = booked(asked, accepted, [
    '2026-11-24T08:45:00Z',
    mentor,
    { type: 'complete', minutes: 45 },
  ]);
  const soon = at('2026-11-24T08:50:00Z');
  expect(labels(booking, 'mentor', soon, false)).toEqual(['Join Room', 'Undo']);
  expect(labels(booking, 'mentee', soon, false)).toEqual(['Join Room', 'Book Again', 'Contest']);
  const later = at('2026-11-30T08:50:00Z');
  expect(labels(booking, 'mentor', later, false)).toEqual([]);
  expect(labels(booking, 'mentee', later, false)).toEqual(['Book Again', 'Contest']);
});
