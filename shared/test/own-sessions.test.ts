import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  everySession,
  fromText,
  isFiltering,
  isLookedFor,
  searchText,
  searchWords,
  shelfOf,
  type Accepted,
} from '../src/index.ts';

const booking = { mentorId: 'aino', menteeId: 'farid', programId: 'steps', note: 'My Résumé' };
const names = { other: 'Farid Ångström', program: 'First steps' };
const found = (filter: Partial<typeof everySession>, by = 'aino') =>
  isLookedFor(booking, by, names, { ...everySession, ...filter });

test('L1: an accepted session is upcoming until its room’s window closes, then past', () => {
  const at = fromText('2026-03-04T10:00:00.000Z');
  const accepted: Accepted = {
    ...booking,
    id: 'b',
    state: 'accepted',
    requestedAt: at,
    acceptedAt: at,
    terms: { startsAt: at, endsAt: at.add({ hours: 1 }), location: { kind: 'online' } },
    roomId: 'r',
    margins: { before: 30, after: 30 },
    extension: 15,
    version: 1,
    revision: 2,
    proposal: null,
  };
  const closes = at.add({ minutes: 105 });
  expect(shelfOf(accepted, closes.subtract({ milliseconds: 1 }))).toBe('upcoming');
  expect(shelfOf(accepted, closes)).toBe('past');
});

test('L2: part of a name, a program or the note, without regard to case, accents and spaces', () => {
  for (const text of ['', '  ', 'FARID', 'angstrom', 'd  Å', 'steps', 'my resume', 'sumé'])
    expect([text, found({ text })]).toEqual([text, true]);
  for (const text of ['aino', 'resumes', 'first note']) expect(found({ text })).toBe(false);
});

test('L2: every word is somewhere, whichever it is in; the first five are looked for', () => {
  for (const text of ['steps farid', 'résumé  ÅNG first my', 'e t i o farid nowhere'])
    expect([text, found({ text })]).toEqual([text, true]);
  for (const text of ['steps nowhere', 'farid aino', 'e t i o nowhere farid'])
    expect([text, found({ text })]).toEqual([text, false]);
  expect(searchWords('  ')).toEqual([]);
  expect(searchWords('One  Ë two')).toEqual(['one', 'e', 'two']);
  expect(searchWords('1 2 3 4 5 6  7')).toEqual(['1', '2', '3', '4', '5']);
});

test('L2: text is folded to small letters, one space wide; no note is no text', () => {
  expect(searchText(' Ångström  B ')).toBe('angstrom b');
  const bare = { ...booking, note: null };
  const seek = (filter: Partial<typeof everySession>, by: string) =>
    isLookedFor(bare, by, names, { ...everySession, ...filter });
  expect(seek({ text: 'was here' }, 'aino')).toBe(false);
  expect(seek({ withId: 'aino' }, 'farid')).toBe(true);
  expect(seek({ withId: 'farid' }, 'farid')).toBe(false);
});

test('L2: by side, person and program; what leaves nothing out does not filter', () => {
  expect(found({ as: 'mentor', withId: 'farid', programId: 'steps' })).toBe(true);
  expect([found({ as: 'mentee' }), found({ withId: 'aino' }), found({ programId: 'x' })]).toEqual([
    false,
    false,
    false,
  ]);
  expect(found({}, 'otto')).toBe(false);
  expect([isFiltering(everySession), isFiltering({ ...everySession, text: ' ' })]).toEqual([
    false,
    false,
  ]);
  for (const one of [{ as: 'mentee' as const }, { programId: 'x' }, { withId: 'x' }, { text: 'x' }])
    expect(isFiltering({ ...everySession, ...one })).toBe(true);
});

test('L2: text that is folded already stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const folded = searchText(text);
      expect(searchText(folded)).toBe(folded);
    }),
    { numRuns: 300 },
  );
});
