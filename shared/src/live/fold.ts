import {
  keptConversations,
  keptBookings,
  keptNotices,
  tailLength,
  type FeedEvent,
  type Snapshot,
} from '../protocol/snapshot.ts';
import type {
  BookingView,
  ConversationView,
  MessageView,
  NoticeView,
  PersonCard,
} from '../protocol/views.ts';
import { namedIn } from './notices.ts';

type ConversationEvent = Extract<FeedEvent, { kind: 'conversation' | 'message' }>;

/**
 * The snapshot after an event. Folding every event since an older snapshot into it gives exactly
 * what a fresh one says. The caller sees to it that `event.seq` is `snapshot.seq + 1`.
 * @returns null where it cannot be known from here: an old conversation that the snapshot does not
 * hold has come to life. A fresh snapshot has it.
 */
export function fold(snapshot: Snapshot, event: FeedEvent): Snapshot | null {
  if (isUnknown(snapshot, event)) return null;
  const people = { ...snapshot.people };
  for (const card of event.people) people[card.id] = card;
  return bound({ ...apply({ ...snapshot, people }, event), seq: event.seq });
}

function apply(snapshot: Snapshot, event: FeedEvent): Snapshot {
  switch (event.kind) {
    case 'me':
      return { ...snapshot, me: event.me };
    case 'booking':
      return { ...snapshot, bookings: replaced(snapshot.bookings, event.view) };
    case 'notice': {
      const { notice, gone, notices } = event;
      const others = snapshot.notices.latest.filter(({ id }) => id !== notice?.id && id !== gone);
      return {
        ...snapshot,
        notices: { ...notices, latest: notice ? [notice, ...others] : others },
      };
    }
    case 'conversation':
    case 'message': {
      const before = snapshot.conversations.find((one) => one.with === event.conversation.with);
      const conversation = { ...event.conversation, tail: extended(before?.tail ?? [], event) };
      return {
        ...snapshot,
        conversations: replacedConversation(snapshot.conversations, conversation),
      };
    }
  }
}

/** What a snapshot keeps, in its order: one rule for the fold and for the store. */
export function bound(snapshot: Snapshot): Snapshot {
  const conversations = snapshot.conversations
    .toSorted((a, b) => newestFirst(lastAt(a), lastAt(b)) || byText(a.with, b.with))
    .slice(0, keptConversations);
  const ordered = snapshot.bookings.toSorted(
    (a, b) =>
      newestFirst(a.booking.requestedAt, b.booking.requestedAt) ||
      byText(a.booking.id, b.booking.id),
  );
  // Which are the latest does not change with their states, so no event can bring back an unknown one.
  const bookings = ordered.filter((view, index) => index < keptBookings || isLive(view));
  const oldest = snapshot.notices.lastNo - keptNotices;
  const latest = snapshot.notices.latest
    .filter(({ no }) => no > oldest)
    .toSorted((a, b) => b.no - a.no);
  return {
    ...snapshot,
    conversations,
    bookings,
    notices: { ...snapshot.notices, latest },
    people: mentioned(snapshot, conversations, bookings, latest),
  };
}

const isUnknown = ({ conversations }: Snapshot, event: FeedEvent): boolean =>
  (event.kind === 'message' || event.kind === 'conversation') &&
  !conversations.some((one) => one.with === event.conversation.with) &&
  !(event.kind === 'message' && event.message.seq === 1);

const isLive = ({ booking }: BookingView) =>
  booking.state === 'pending' || booking.state === 'accepted';

function mentioned(
  { people, me }: Snapshot,
  conversations: ConversationView[],
  bookings: BookingView[],
  notices: NoticeView[],
): Record<string, PersonCard> {
  const ids = new Set(conversations.map((one) => one.with));
  for (const { booking } of bookings) ids.add(booking.mentorId).add(booking.menteeId);
  for (const notice of notices) for (const id of namedIn(notice)) ids.add(id);
  ids.delete(me.id);
  return Object.fromEntries(
    [...ids].toSorted(byText).flatMap((id) => {
      const card = people[id];
      return card ? [[id, card]] : [];
    }),
  );
}

function extended(tail: MessageView[], event: ConversationEvent): MessageView[] {
  if (event.kind === 'conversation') return tail;
  const { message } = event;
  const others = tail.filter((one) => one.seq !== message.seq);
  return [...others, message].toSorted((a, b) => a.seq - b.seq).slice(-tailLength);
}

const replaced = (views: BookingView[], view: BookingView) => [
  ...views.filter((one) => one.booking.id !== view.booking.id),
  view,
];

const replacedConversation = (all: ConversationView[], one: ConversationView) => [
  ...all.filter((other) => other.with !== one.with),
  one,
];

const lastAt = (conversation: ConversationView) => conversation.tail.at(-1)?.sentAt ?? '';
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const newestFirst = (a: string, b: string) => byText(b, a);
