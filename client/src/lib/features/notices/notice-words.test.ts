import type { TermsChange } from '@confab/shared';
import { expect, test } from 'vitest';
import { noticeWords } from './notice-words.ts';

const said = (kind: keyof typeof noticeWords, change: TermsChange | null = null) =>
  noticeWords[kind]({
    name: 'Noor',
    when: 'on Friday 25 December at 07:00',
    moment: 'Friday 25 December at 07:00',
    change,
  });
const location = { kind: 'in-person' as const, place: 'Café Engel' };
const place = { start: false, minutes: null, location };

test('N1 R1: a notice names what is proposed, and of which session', () => {
  expect(said('proposed', place)).toBe(
    'For the session on Friday 25 December at 07:00, Noor proposes a new place: In person, Café Engel.',
  );
  expect(said('proposed', { ...place, start: true })).toBe(
    'Noor proposes a new time: Friday 25 December at 07:00; new place: In person, Café Engel.',
  );
  expect(said('proposed')).toBe('Noor proposes a new time: Friday 25 December at 07:00.');
});

test('N1 R2 R3: a notice names what is accepted', () => {
  for (const kind of ['accepted', 'moved'] as const)
    expect(said(kind, place)).toBe(
      'Noor accepted the new place: In person, Café Engel. You meet on Friday 25 December at 07:00.',
    );
  expect(said('moved')).toBe(
    'Noor accepted the new time. You meet on Friday 25 December at 07:00.',
  );
  expect(said('accepted')).toBe('Noor accepted. You meet on Friday 25 December at 07:00.');
});

test('N1 F3: a notice says who did not come', () => {
  expect(said('marked-no-show')).toBe(
    'Noor marked that you did not come to the session on Friday 25 December at 07:00.',
  );
});
