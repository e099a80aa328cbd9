import { expect, test } from 'vitest';
import { fold } from '../src/live/index.ts';
import type { FeedEvent, Snapshot } from '../src/protocol/index.ts';

const me = {
  id: 'me',
  name: 'Me',
  portrait: null,
  zone: 'UTC',
  email: 'me@example.org',
  admin: false,
  headline: '',
  about: '',
  languages: [],
  subjects: [],
  memberships: [],
};
const empty: Snapshot = { seq: 4, me, people: {}, conversations: [], bookings: [] };

const message = (seq: number): FeedEvent => ({
  seq: 5,
  kind: 'message',
  people: [{ id: 'other', name: 'Other', portrait: null, zone: 'UTC' }],
  conversation: {
    with: 'other',
    lastSeq: seq,
    unread: 1,
    readUpTo: 0,
    otherReadUpTo: seq,
    writable: true,
    gatePassed: false,
  },
  message: {
    id: 'm',
    seq,
    sentAt: '2026-03-02T09:00:00.000Z',
    kind: 'text',
    author: 'other',
    text: 'Hi',
  },
});

test('C3: the first message of a conversation opens it', () => {
  const next = fold(empty, message(1));
  expect(next?.conversations[0]?.tail).toHaveLength(1);
  expect(next?.seq).toBe(5);
});

test('C3: an old conversation that is not at hand is not guessed at', () => {
  expect(fold(empty, message(31))).toBeNull();
});
