import { toJson } from '../src/index.ts';
import type {
  BookingView,
  ConversationView,
  FeedEvent,
  Me,
  MessageView,
  PersonCard,
  Snapshot,
} from '../src/protocol/index.ts';
import { pending } from './scene.ts';

export const me: Me = {
  id: 'me',
  name: 'Me',
  portrait: null,
  zone: 'UTC',
  email: 'me@example.org',
  tongue: 'en',
  admin: false,
  headline: '',
  about: '',
  languages: [],
  subjects: [],
  memberships: [],
  openCases: {},
};

/** Someone who has met nobody yet. */
export const empty: Snapshot = {
  seq: 4,
  me,
  people: {},
  conversations: [],
  bookings: [],
  notices: { readUpTo: 0, lastNo: 0, latest: [] },
};

export const card = (id: string): PersonCard => ({
  id,
  name: `The ${id}`,
  portrait: null,
  zone: 'UTC',
});

/** A conversation as the feed tells of it. */
export const chatWith = (other: string): Omit<ConversationView, 'tail'> => ({
  with: other,
  lastSeq: 1,
  unread: 1,
  readUpTo: 0,
  otherReadUpTo: 1,
  writable: true,
  gatePassed: false,
});

export const said = (author: string, seq: number): MessageView => ({
  id: `${author}-${seq}`,
  seq,
  sentAt: '2026-03-02T09:00:00.000Z',
  kind: 'text',
  author,
  text: 'Hi',
});

/** The other has written. */
export const wrote = (other: string, seq: number, message = said(other, seq)): FeedEvent => ({
  seq: 0,
  kind: 'message',
  people: [card(other)],
  conversation: chatWith(other),
  message,
});

export const tailOf = ({ conversations }: Snapshot, other: string): MessageView[] =>
  conversations.find((one) => one.with === other)?.tail ?? [];

/** A booking of mine with Marek. */
export function viewOf(id: string, change: Partial<BookingView['booking']> = {}): BookingView {
  const booking = { ...toJson(pending()), menteeId: 'me', ...change, id };
  return { booking: booking as BookingView['booking'], programName: 'Physics', reviewed: false };
}
