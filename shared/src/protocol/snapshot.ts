import type {
  BookingView,
  ConversationView,
  Me,
  MessageView,
  NoticesView,
  NoticeView,
  PersonCard,
} from './views.ts';

/** A person's live state, bounded; what folding feed events into an older one gives exactly. */
export interface Snapshot {
  seq: number;
  me: Me;
  people: Record<string, PersonCard>;
  /** Newest first, at most {@link keptConversations}. */
  conversations: ConversationView[];
  /** The {@link keptBookings} requested last, and every older one that is pending or accepted. */
  bookings: BookingView[];
  notices: NoticesView;
}

/** One entry of a person's feed as delivered. `people` are the cards that it mentions. */
export type FeedEvent = { seq: number; people: PersonCard[] } & (
  | { kind: 'me'; me: Me }
  | { kind: 'booking'; view: BookingView }
  | { kind: 'message'; conversation: Omit<ConversationView, 'tail'>; message: MessageView }
  | { kind: 'conversation'; conversation: Omit<ConversationView, 'tail'> }
  /** A new notice; null: only how far they have been seen has changed. */
  | { kind: 'notice'; notice: NoticeView | null; notices: Omit<NoticesView, 'latest'> }
);

export const tailLength = 20;
export const keptConversations = 100;
export const keptBookings = 50;
export const keptNotices = 30;
