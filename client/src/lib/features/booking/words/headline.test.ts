import { fromText } from '@confab/shared';
import { expect, test } from 'vitest';
import { accepted, asked, booked, from, manager, mentee, mentor } from '../test/sample.ts';
import { headline } from './headline.ts';
import { lead } from './lead.ts';
import { stateWord } from './state-word.ts';

const now = fromText('2026-11-23T10:00:00Z');

test('a request is told from each side, with both clocks', () => {
  const booking = booked(asked);
  expect(headline(booking, from('mentor'), now)).toBe(
    'Farid asks you for a session tomorrow at 10:00, 13:30 for Farid.',
  );
  expect(headline(booking, from('mentee'), now)).toBe(
    'Requested. You meet tomorrow at 13:30, 10:00 for Aino, if Aino accepts.',
  );
});

test('D6: each side reads the deadline on its own clock', () => {
  const booking = booked(asked);
  // Twelve open hours from 10:00 in Helsinki end at 22:00 there.
  expect(lead(booking, from('mentor'), now)).toEqual(['Answer by today at 22:00.']);
  expect(lead(booking, from('mentee'), now)).toEqual([
    'Aino has until tomorrow at 01:30 to answer.',
  ]);
});

test('an accepted session is told before, in and after it', () => {
  const booking = booked(asked, accepted);
  const at = (text: string) => headline(booking, from('mentor'), fromText(text));
  expect(at('2026-11-20T10:00:00Z')).toBe(
    'Accepted. You meet on Tuesday 24 November at 10:00, 13:30 for Farid.',
  );
  expect(at('2026-11-24T08:00:00Z')).toBe('You meet now, until 10:45.');
  expect(at('2026-11-24T08:45:00Z')).toBe('The session was today at 10:00, 13:30 for Farid.');
});

test('R2: an open proposal on an accepted session leaves the agreed time in the headline', () => {
  const start = { date: '2026-11-24', time: '15:00', zone: 'Europe/Helsinki' };
  const booking = booked(asked, accepted, [
    '2026-11-23T09:30:00Z',
    mentor,
    { type: 'propose', version: 0, start },
  ]);
  expect(headline(booking, from('mentee'), now)).toBe(
    'Accepted. You meet tomorrow at 13:30, 10:00 for Aino.',
  );
  expect(lead(booking, from('mentee'), now)[0]).toBe(
    'Aino proposes a new time: tomorrow at 18:30, 15:00 for Aino. Until you accept it, what is agreed stands.',
  );
});

test('R3: on a pending request the proposal is what is told', () => {
  const start = { date: '2026-11-24', time: '15:00', zone: 'Europe/Helsinki' };
  const booking = booked(asked, [
    '2026-11-23T09:30:00Z',
    mentor,
    { type: 'propose', version: 0, start },
  ]);
  expect(headline(booking, from('mentee'), now)).toBe(
    'Aino proposes a new time: tomorrow at 18:30, 15:00 for Aino.',
  );
});

test('another day on the other clock is named', () => {
  const [at, actor, command] = asked;
  const late = { ...command, start: { date: '2026-11-25', time: '01:00', zone: 'Asia/Kolkata' } };
  const booking = booked([at, actor, late]);
  expect(headline(booking, from('mentee'), now)).toBe(
    'Requested. You meet on Wednesday 25 November at 01:00, Tuesday at 21:30 for Aino, if Aino accepts.',
  );
});

test('B4: an expired request says so to both', () => {
  const booking = booked(asked, ['2026-11-23T20:00:00Z', { kind: 'system' }, { type: 'expire' }]);
  for (const side of ['mentor', 'mentee'] as const) {
    expect(headline(booking, from(side), now)).toBe('Expired: not answered in time.');
  }
});

test('what ended is told by whose hand', () => {
  const declined = booked(asked, [
    '2026-11-23T09:00:00Z',
    mentor,
    { type: 'decline', reason: null },
  ]);
  expect(headline(declined, from('mentor'), now)).toMatch(/^You declined/);
  expect(headline(declined, from('mentee'), now)).toMatch(/^Aino declined/);
  const withdrawn = booked(asked, ['2026-11-23T09:00:00Z', mentee, { type: 'withdraw' }]);
  expect(headline(withdrawn, from('mentee'), now)).toMatch(/^You withdrew/);
  const missed = booked(asked, accepted, ['2026-11-24T08:10:00Z', mentor, { type: 'no-show' }]);
  expect(headline(missed, from('mentee'), now)).toMatch(/^You did not come/);
});

test('F2 F4: a contest is told to both as what it is, and then how it was settled', () => {
  const contested = booked(
    asked,
    accepted,
    ['2026-11-24T08:45:00Z', mentor, { type: 'complete', minutes: 45 }],
    ['2026-11-24T09:00:00Z', mentee, { type: 'contest', reason: 'It was half of that' }],
  );
  expect(lead(contested, from('mentee'), now)).toEqual([
    'You do not agree. The program’s manager looks at it and settles it.',
  ]);
  expect(lead(contested, from('mentor'), now)).toEqual([
    'Farid does not agree. The program’s manager looks at it and settles it.',
  ]);
  expect(stateWord(contested, 'mentor', 'Farid', now)).toEqual({
    words: 'Completed, 45 min, contested',
    tone: 'waiting',
  });
  const outcome = { kind: 'completed' as const, minutes: 25 };
  const settle = { type: 'settle' as const, revision: 4, reason: 'Both agree' };
  const settled = booked(
    asked,
    accepted,
    ['2026-11-24T08:45:00Z', mentor, { type: 'complete', minutes: 45 }],
    ['2026-11-24T09:00:00Z', mentee, { type: 'contest', reason: 'It was half of that' }],
    ['2026-11-24T12:00:00Z', manager, { ...settle, outcome }],
  );
  expect(headline(settled, from('mentee'), now)).toMatch(/^Completed, 25 min/);
  for (const side of ['mentor', 'mentee'] as const)
    expect(lead(settled, from(side), now)).toEqual(['The program’s manager settled it so.']);
});
