import { fromText } from '@confab/shared';
import { expect, test } from 'vitest';
import { ribbonsOf, rowRibbon } from './ribbon-of.ts';
import { accepted, asked, booked, mentor } from './test/sample.ts';

const zone = 'Europe/Helsinki';
const now = fromText('2026-11-23T10:00:00Z');
const kinds = (...args: Parameters<typeof ribbonsOf>) =>
  ribbonsOf(...args).map(({ what, marks }) => [what, ...marks.map(({ kind }) => kind)]);

test('a request: its day, and the days in which to answer', () => {
  expect(kinds(booked(asked), zone, now)).toEqual([
    ['agreed', 'session'],
    ['answer', 'clock'],
  ]);
});

test('a clock that runs on the session’s day stands on it', () => {
  const today = fromText('2026-11-23T22:30:00Z');
  const [at, actor, command] = asked;
  const soon = booked(['2026-11-23T22:30:00Z', actor, command]);
  expect(at < '2026-11-23T22:30:00Z').toBe(true);
  expect(kinds(soon, zone, today)).toEqual([['agreed', 'session', 'clock']]);
});

test('a proposal for the same day stands beside the agreed time, for another day below it', () => {
  const propose = (date: string) =>
    booked(asked, accepted, [
      '2026-11-23T09:30:00Z',
      mentor,
      { type: 'propose', version: 0, start: { date, time: '15:00', zone } },
    ]);
  expect(kinds(propose('2026-11-24'), zone, now)).toEqual([
    ['agreed', 'session', 'proposal'],
    ['answer', 'clock'],
  ]);
  expect(kinds(propose('2026-11-26'), zone, now)).toEqual([
    ['agreed', 'session'],
    ['proposed', 'proposal'],
    ['answer', 'clock'],
  ]);
});

test('R1: a proposal of another place alone is not another time', () => {
  const propose = { type: 'propose' as const, version: 0 };
  const kindsOf = (more: object) =>
    kinds(
      booked(asked, accepted, ['2026-11-23T09:30:00Z', mentor, { ...propose, ...more }]),
      zone,
      now,
    )[0];
  const location = { kind: 'in-person', place: 'Café Engel' };
  expect(kindsOf({ location })).toEqual(['agreed', 'session']);
  expect(kindsOf({ location, minutes: 90 })).toEqual(['agreed', 'session', 'proposal']);
});

test('a row shows the clock while an answer is awaited, else the session with its room', () => {
  expect(rowRibbon(booked(asked), zone, now).marks.map(({ kind }) => kind)).toEqual([
    'session',
    'clock',
  ]);
  const [mark] = rowRibbon(booked(asked, accepted), zone, now).marks;
  expect(mark).toMatchObject({ kind: 'session', look: 'agreed' });
  expect(mark && 'room' in mark && mark.room).not.toBeNull();
});

test('a session is live from the opening of its room until its end', () => {
  const looks = ['07:29', '07:30', '08:44', '08:45'].map((time) => {
    const [mark] = rowRibbon(
      booked(asked, accepted),
      zone,
      fromText(`2026-11-24T${time}:00Z`),
    ).marks;
    return mark?.kind === 'session' ? mark.look : null;
  });
  expect(looks).toEqual(['agreed', 'live', 'live', 'over']);
});
