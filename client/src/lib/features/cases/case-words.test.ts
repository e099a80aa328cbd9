import { fromText } from '@confab/shared';
import type { CaseView } from '@confab/shared/protocol';
import { expect, test } from 'vitest';
import { presence } from '#lib/features/booking/words/presence.ts';
import { markWords, presenceWords, stateWords } from './case-words.ts';

const names = { mentor: 'Aino', mentee: 'Farid' };
const zone = 'Europe/Helsinki';
const stay = (side: 'mentor' | 'mentee', from: string, to: string | null) => ({
  side,
  joinedAt: `2026-11-24T${from}:00.000Z`,
  leftAt: to && `2026-11-24T${to}:00.000Z`,
});
const attendance = [
  stay('mentee', '07:58', '08:10'),
  stay('mentor', '08:01', null),
  stay('mentee', '08:12', '08:41'),
];
const of: CaseView = {
  bookingId: 'booking',
  revision: 4,
  kind: 'contested',
  openedAt: '2026-11-24T12:00:00.000Z',
  settleFrom: null,
  mentorId: 'aino',
  menteeId: 'farid',
  startsAt: '2026-11-24T08:00:00.000Z',
  endsAt: '2026-11-24T08:45:00.000Z',
  online: true,
  mark: null,
  contest: null,
  attendance,
};

test('F3: attendance is told in plain words, on the reader’s clock', () => {
  expect(presence(attendance, 'mentor', 'Farid', zone)).toEqual([
    'Farid was in the room 09:58–10:10 and 10:12–10:41.',
    'You were in the room from 10:01 on.',
  ]);
  expect(presence([], 'mentee', 'Aino', zone)).toEqual([
    'Aino was not in the room.',
    'You were not in the room.',
  ]);
});

test('F3: who is back within a minute was there all along', () => {
  const reloaded = [
    stay('mentee', '07:58', '08:10'),
    { ...stay('mentee', '08:10', '08:11'), joinedAt: '2026-11-24T08:10:59.000Z' },
    stay('mentee', '08:11', null),
  ];
  expect(presence(reloaded, 'mentor', 'Farid', zone)[0]).toBe(
    'Farid was in the room from 09:58 on.',
  );
  const away = [stay('mentee', '07:58', '08:10'), stay('mentee', '08:11', '08:12')];
  expect(presence(away, 'mentor', 'Farid', zone)[0]).toBe(
    'Farid was in the room 09:58–10:10 and 10:11–10:12.',
  );
});

test('F3 F4: a manager reads of both who was there, where there was a room', () => {
  expect(presenceWords(of, names, zone)).toEqual([
    'Farid was in the room 09:58–10:10 and 10:12–10:41.',
    'Aino was in the room from 10:01 on.',
  ]);
  expect(presenceWords({ ...of, attendance: [] }, names, zone)).toEqual([
    'Nobody was in the room.',
  ]);
  expect(presenceWords({ ...of, online: false }, names, zone)).toHaveLength(1);
});

test('F4: what was marked, and by whom', () => {
  const by = (outcome: NonNullable<CaseView['mark']>['outcome']) =>
    markWords({ ...of, mark: { bySide: 'mentor', outcome } }, names);
  expect(by({ kind: 'completed', minutes: 45 })).toBe('Aino marked it as completed, 45 min.');
  expect(by({ kind: 'no-show', of: 'mentee' })).toBe('Aino marked that Farid did not come.');
  expect(markWords(of, names)).toBe('Nothing yet. Aino was asked twice.');
});

test('F4: what a manager settled is said without a name', () => {
  const by = (outcome: NonNullable<CaseView['mark']>['outcome']) =>
    markWords({ mark: { bySide: 'manager', outcome } }, names);
  expect(by({ kind: 'completed', minutes: 30 })).toBe(
    'The program’s manager settled it as completed, 30 min.',
  );
  expect(by({ kind: 'no-show', of: 'mentee' })).toBe(
    'The program’s manager settled that Farid did not come.',
  );
});

test('F2 F5: why it waits, in the reader’s zone, or that it does not', () => {
  const now = fromText('2026-11-28T08:00:00.000Z');
  const contestedAt = '2026-11-24T22:30:00.000Z';
  const contest = { bySide: 'mentee' as const, reason: 'Not so', contestedAt };
  expect(stateWords({ ...of, contest }, zone, now)).toBe(
    'Contested on Wednesday 25 November at 00:30',
  );
  expect(stateWords({ ...of, kind: 'forgotten' }, zone, now)).toBe('Nobody has said how it went');
  expect(stateWords({ ...of, kind: null }, zone, now)).toBe('Nothing waits here');
});
