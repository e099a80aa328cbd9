import { expect, test } from 'vitest';
import { spokenStart } from '../src/index.ts';
import {
  accept,
  asked,
  hours,
  ines,
  marek,
  outcome,
  pending,
  play,
  playOn,
  propose,
  requestFor,
  start,
  takeBack,
} from './scene.ts';

const soon = hours(asked, 1);
const later = hours(start, 24);

test('N1: an event speaks of the start that is offered or agreed, else of the booking’s', () => {
  const spoken = (...[before, ...steps]: Parameters<typeof playOn>) => {
    const { booking, events } = playOn(before, ...steps);
    return events.map((event) => spokenStart(event, booking).toString()).at(-1);
  };
  const proposed = () => playOn(pending(), [soon, marek, propose(1, later)]).booking;
  expect(spoken(null, [asked, ines, requestFor(start)])).toBe(start.toString());
  expect(spoken(pending(), [soon, marek, propose(1, later)])).toBe(later.toString());
  expect(spoken(proposed(), [soon, ines, accept(2)])).toBe(later.toString());
  expect(spoken(proposed(), [soon, marek, takeBack(2)])).toBe(start.toString());
  expect(spoken(proposed(), [soon, ines, { type: 'withdraw' }])).toBe(start.toString());
  const agreed = playOn(pending(), [soon, marek, accept(1)]).booking;
  const moved = playOn(agreed, [soon, marek, propose(1, later)]).booking;
  expect(spoken(moved, [soon, marek, takeBack(2)])).toBe(start.toString());
});

test('R1: another place in person is another offer, the same one is none', () => {
  const request = requestFor(start, { location: { kind: 'in-person', place: 'Library' } });
  const { booking } = play([asked, ines, request]);
  const at = (place: string) =>
    outcome(booking, soon, marek, {
      type: 'propose',
      version: 1,
      location: { kind: 'in-person', place },
    });
  expect(at('Library')).toBe('no-change');
  expect(at('Station')).toBe('ok');
});
