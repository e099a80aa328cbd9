import { expect, test } from 'vitest';
import { movesBetween, type Places } from './shelf-moves.ts';

const places = (at: [string, 'pending' | 'upcoming' | 'past' | 'cancelled'][]): Places =>
  new Map(at);

test('a booking that changes its shelf has moved', () => {
  expect(movesBetween(places([['a', 'pending']]), places([['a', 'upcoming']]))).toEqual([
    { bookingId: 'a', from: 'pending', to: 'upcoming' },
  ]);
});

test('a new request has come; older ones that were fetched have not', () => {
  const after = places([
    ['new', 'pending'],
    ['old', 'past'],
    ['older', 'cancelled'],
  ]);
  expect(movesBetween(places([]), after)).toEqual([
    { bookingId: 'new', from: null, to: 'pending' },
  ]);
});

test('what stays has not moved', () => {
  const same = places([['a', 'past']]);
  expect(movesBetween(same, same)).toEqual([]);
});
