import type { MessageView } from '@confab/shared/protocol';
import { expect, test } from 'vitest';
import { arrange } from './rows.ts';
import { steady } from './steady.ts';

const entry = (seq: number): MessageView => ({
  id: `m${String(seq)}`,
  seq,
  sentAt: `2026-11-24T10:0${String(seq)}:00.000Z`,
  kind: 'text',
  author: 'me',
  text: 'text',
});
const rows = (entries: MessageView[], otherReadUpTo: number) =>
  arrange({ entries, kept: [], me: 'me', zone: 'UTC', otherReadUpTo, unreadAfter: null });

test('what did not change stays the same object, what did is new', () => {
  const before = rows([1, 2, 3].map(entry), 1);
  const again = steady(rows([1, 2, 3].map(entry), 1), before);
  expect(again.every((row, index) => row === before[index])).toBe(true);

  const read = rows([1, 2, 3].map(entry), 2);
  const after = steady(read, before);
  expect(after).toEqual(read);
  expect(after.map((row, index) => row === before[index])).toEqual([true, false, false, true]);
});
