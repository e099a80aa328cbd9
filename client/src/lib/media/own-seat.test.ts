import { expect, test } from 'vitest';
import { OwnSeat } from './own-seat.ts';

test('a seat is asked for once over each line, and again to make media anew', () => {
  const seat = new OwnSeat();
  expect(seat.settled).toBe(false);
  seat.asked();
  seat.taken('one');
  expect(seat.settled).toBe(true);
  seat.renew();
  expect(seat.settled).toBe(false);
  seat.asked();
  seat.taken('one');
  expect([seat.settled, seat.anew]).toEqual([true, false]);
  const { line } = seat;
  seat.lineLost();
  expect([seat.settled, seat.id, seat.line === line]).toEqual([false, 'one', false]);
});

test('what was to be made anew is still to be made when nothing came of asking', () => {
  for (const end of ['askedInVain', 'lineLost'] as const) {
    const seat = new OwnSeat();
    seat.asked();
    seat.taken('one');
    seat.renew();
    seat.asked();
    seat[end]();
    expect(seat.anew).toBe(true);
  }
});

test('what has to be made anew while it is asked for is asked for again', () => {
  const seat = new OwnSeat();
  seat.asked();
  seat.renew();
  seat.taken('one');
  expect(seat.settled).toBe(false);
});

test('an answer that was too late tells of the seat, and of media that is not at hand', () => {
  const seat = new OwnSeat();
  seat.known('one', true);
  expect([seat.id, seat.anew, seat.settled]).toEqual(['one', false, false]);
  seat.known('two', false);
  expect([seat.id, seat.anew]).toEqual(['two', true]);
});
