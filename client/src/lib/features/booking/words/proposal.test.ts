import { fromText, toText, type Booking, type BookingCommand } from '@confab/shared';
import type { TimelineEntry } from '@confab/shared/protocol';
import { expect, test } from 'vitest';
import { actionsFor } from '../page/actions.ts';
import { accepted, asked, booked, from, mentee, mentor } from '../test/sample.ts';
import { eventSentence } from './event-sentence.ts';
import { headline } from './headline.ts';
import { lead } from './lead.ts';

const now = fromText('2026-11-23T10:00:00Z');
const location = { kind: 'in-person' as const, place: 'Café Engel' };
const start = { date: '2026-11-24', time: '15:00', zone: 'Europe/Helsinki' };
type Terms = Partial<Extract<BookingCommand, { type: 'propose' }>>;

const proposed = (terms: Terms): Parameters<typeof booked>[0] => [
  '2026-11-23T09:30:00Z',
  mentor,
  { type: 'propose', version: 0, ...terms },
];
const agreed = (terms: Terms) => booked(asked, accepted, proposed(terms));
const told = (booking: Booking) => lead(booking, from('mentee'), now)[0];
const button = (booking: Booking) =>
  actionsFor(booking, 'mentee', now, false).find(({ type }) => type === 'accept')?.label;

test('R1 R2: another place on an agreed session is named, and that the time stays', () => {
  const booking = agreed({ location });
  expect(told(booking)).toBe(
    'Aino proposes a new place: In person, Café Engel. The time stays. Until you accept it, what is agreed stands.',
  );
  expect(lead(booking, from('mentor'), now)[0]).toBe(
    'You propose a new place: In person, Café Engel. The time stays. Until Farid accepts it, what is agreed stands.',
  );
  expect(button(booking)).toBe('Accept the Change');
});

test('R1 R2: another length is named beside what is agreed', () => {
  const booking = agreed({ minutes: 90 });
  expect(told(booking)).toMatch(
    /^Aino proposes a new duration: 1\sh\s30\smin instead of 45\smin\. U/,
  );
  expect(button(booking)).toBe('Accept the Change');
});

test('R1: several changes are all named', () => {
  expect(told(agreed({ start, minutes: 90, location }))).toMatch(
    /^Aino proposes a new time: tomorrow at 18:30, 15:00 for Aino; new duration: 1\sh\s30\smin instead of 45\smin; new place: In person, Café Engel\. U/,
  );
});

test('R1: the button says time where nothing else is another', () => {
  expect(button(agreed({ start }))).toBe('Accept New Time');
  expect(button(agreed({ start, location }))).toBe('Accept the Change');
});

test('R3: on a pending request the headline names the change, a counter by what it answers', () => {
  const toPlace = booked(asked, proposed({ location }));
  expect(headline(toPlace, from('mentee'), now)).toBe(
    'Aino proposes a new place: In person, Café Engel. The time stays.',
  );
  expect(button(toPlace)).toBe('Accept the Change');
  const countered = booked(asked, proposed({ location, minutes: 90 }), [
    '2026-11-23T09:45:00Z',
    mentee,
    { type: 'propose', version: 0, location: { kind: 'online' } },
  ]);
  expect(headline(countered, from('mentor'), now)).toBe(
    'Farid proposes a new place: Online video. The time stays.',
  );
});

test('R3: after its withdrawal the request that stands again is told by its time', () => {
  const again = booked(asked, proposed({ location }), [
    '2026-11-23T09:45:00Z',
    mentor,
    { type: 'withdraw-proposal', version: 0 },
  ]);
  expect(headline(again, from('mentor'), now)).toMatch(/^Farid asks you for a session tomorrow/);
});

const entry = (more: Partial<TimelineEntry>): TimelineEntry => ({
  at: toText(now),
  type: 'proposed',
  by: 'aino',
  startsAt: '2026-11-24T08:00:00.000Z',
  reason: null,
  change: null,
  minutes: null,
  missed: null,
  ...more,
});
const sentence = (more: Partial<TimelineEntry>, who = 'Aino Lehtonen') =>
  eventSentence(entry(more), who, from('mentee'), now);
const place = { start: false, minutes: null, location };

test('R1 R2: the timeline says what was proposed, and what was accepted', () => {
  expect(sentence({ change: { ...place, start: true } })).toBe(
    'Aino Lehtonen proposed a new time: tomorrow at 13:30; new place: In person, Café Engel.',
  );
  expect(sentence({ type: 'moved', change: place }, 'You')).toBe(
    'You accepted the new place: In person, Café Engel.',
  );
  expect(sentence({ type: 'accepted', change: place }, 'You')).toBe(
    'You accepted the new place: In person, Café Engel.',
  );
  expect(sentence({ type: 'accepted' })).toBe(
    'Aino Lehtonen accepted the session: tomorrow at 13:30.',
  );
});

test('R1: of what was told before changes were kept, the time is told', () => {
  expect(sentence({})).toBe('Aino Lehtonen proposed a new time: tomorrow at 13:30.');
  expect(sentence({ type: 'moved' })).toBe(
    'Aino Lehtonen accepted the new time: tomorrow at 13:30.',
  );
});

test('F3: the timeline says who did not come', () => {
  const missed = { type: 'marked-no-show' };
  expect(sentence({ ...missed, missed: 'mentee' })).toBe(
    'Aino Lehtonen marked that you did not come.',
  );
  expect(sentence({ ...missed, missed: 'mentor' }, 'You')).toBe(
    'You marked that Aino Lehtonen did not come.',
  );
});
