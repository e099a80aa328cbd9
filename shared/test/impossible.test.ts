import { expect, test } from 'vitest';
import { applyEvent, type Booking, type BookingEvent } from '../src/index.ts';
import {
  accepted,
  asked,
  hours,
  inState,
  marek,
  pending,
  playOn,
  propose,
  start,
} from './scene.ts';

const at = hours(asked, 1);
const completed = () =>
  playOn(accepted(), [start, marek, { type: 'complete', minutes: 60 }]).booking;
const withdrawal = { type: 'withdrawn', at } as const;

const applying = (booking: Booking | null, event: BookingEvent) => () => applyEvent(booking, event);

test('B3: an event that cannot follow is a fault that names both', () => {
  const on = (state: string) => `The event withdrawn cannot follow on a booking ${state}.`;
  expect(applying(null, withdrawal)).toThrow(on('unmade'));
  expect(applying(accepted(), withdrawal)).toThrow(on('accepted'));
  expect(applying(completed(), withdrawal)).toThrow(on('completed'));
  expect(applying(applyEvent(pending(), withdrawal), withdrawal)).toThrow(on('withdrawn'));
  const moved = {
    type: 'moved',
    at,
    bySide: 'mentor',
    terms: pending().terms,
    roomId: null,
  } as const;
  expect(applying(pending(), moved)).toThrow('The event moved cannot follow on a booking pending.');
});

test('R3: an answer keeps what was left of the request, taking it back brings the request back', () => {
  const proposed = playOn(pending(), [at, marek, propose(1, hours(start, 24))]).booking;
  const { offer } = inState(proposed, 'pending');
  expect(applying(pending(), { type: 'proposed', at, offer, left: null })).toThrow('proposed');
  const takenBack = { type: 'proposal-withdrawn', at, bySide: 'mentor', version: 2 } as const;
  expect(applying(proposed, { ...takenBack, offer: null })).toThrow('proposal-withdrawn');
});
