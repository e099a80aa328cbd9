import type { MessageView } from '@confab/shared/protocol';
import { expect, test } from 'vitest';
import { onTheirWay } from './on-their-way.ts';

const kept = (id: string, refused?: 'conversation-closed') => ({
  id,
  to: 'other',
  text: id,
  writtenAt: 0,
  ...(refused ? { refused } : {}),
});
const arrived = (id: string): MessageView => ({
  id,
  seq: 1,
  sentAt: '2026-11-24T10:00:00.000Z',
  kind: 'text',
  author: 'me',
  text: id,
});

test('C2: an acknowledged message stays until it arrives, a discarded one goes', () => {
  const before = [kept('a'), kept('b'), kept('refused', 'conversation-closed')];
  const ids = (entries: MessageView[]) =>
    onTheirWay(before, [kept('b'), kept('c')], entries).map((one) => one.id);
  expect(ids([])).toEqual(['a', 'b', 'c']);
  expect(ids([arrived('a')])).toEqual(['b', 'c']);
});
