import { expect, test } from 'vitest';
import type { Booking, BookingCommand, Outcome } from '../src/index.ts';
import { accepted, facts, hours, ines, marek, maria, outcome, playOn, start } from './scene.ts';

const end = hours(start, 1);
const missed = () => playOn(accepted(), [end, ines, { type: 'no-show' }]).booking;
const held = () => playOn(accepted(), [end, marek, { type: 'complete', minutes: 60 }]).booking;

test('F4: a mark that nobody contests is settled as anything but what it is', () => {
  const said = (booking: Booking, settled: Outcome) => {
    const { revision } = booking;
    const command: BookingCommand = {
      type: 'settle',
      revision,
      outcome: settled,
      reason: 'Both agree',
    };
    return outcome(booking, hours(end, 3), maria, command, facts({ actorRole: 'manager' }));
  };
  const took = (minutes: number): Outcome => ({ kind: 'completed', minutes });
  const noShow = (of: 'mentor' | 'mentee'): Outcome => ({ kind: 'no-show', of });
  expect(said(missed(), noShow('mentor'))).toBe('no-change');
  expect(said(missed(), noShow('mentee'))).toBe('ok');
  expect(said(missed(), took(60))).toBe('ok');
  expect(said(held(), took(60))).toBe('no-change');
  expect(said(held(), took(55))).toBe('ok');
  expect(said(held(), noShow('mentee'))).toBe('ok');
});
