import type { MessageView } from '@confab/shared/protocol';
import { expect, test, vi } from 'vitest';

vi.mock('#lib/live/index.ts', () => ({ live: { me: { id: 'me' } } }));
const { lineWords } = await import('./line-words.ts');

const line = (event: string, author: string | null, change: object = {}) => {
  const common = { id: 'l1', seq: 1, sentAt: '2026-11-23T10:00:00.000Z', kind: 'line' as const };
  const startsAt = '2026-11-24T10:00:00.000Z';
  const entry = { ...common, bookingId: 'b1', author, event, startsAt, change: null, ...change };
  return lineWords(entry satisfies MessageView, 'Noor');
};
const place = {
  change: { start: false, minutes: null, location: { kind: 'in-person', place: 'Café Engel' } },
};
const longer = { change: { start: true, minutes: 120, location: null } };

test('C5 R1: a line says what was proposed and what was accepted', () => {
  expect(line('proposed', 'noor', place)).toBe('Noor proposed a new place: In person, Café Engel');
  expect(line('proposed', 'me', longer)).toMatch(/^You proposed a new time; new duration: 2\sh$/);
  expect(line('moved', 'me', place)).toBe('You accepted the new place: In person, Café Engel');
  expect(line('accepted', 'noor', place)).toBe(
    'Noor accepted the new place: In person, Café Engel',
  );
  expect(line('accepted', 'noor')).toBe('Noor accepted the session');
});

test('C5: of an older line, the time is told', () => {
  expect(line('proposed', 'noor')).toBe('Noor proposed a new time');
});

test('C5 F3: a line says who did not come', () => {
  expect(line('marked-no-show', 'me')).toBe('You marked that Noor did not come');
  expect(line('marked-no-show', 'noor')).toBe('Noor marked that you did not come');
});
