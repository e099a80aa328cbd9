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
  /** `notice`: a new one, or one that holds again; `gone`: one that does not hold any more. */
  | {
      kind: 'notice';
      notice: NoticeView | null;
      gone: string | null;
      notices: Omit<NoticesView, 'latest'>;
    }
);

/** Of each conversation's entries: what fills a phone; older ones are asked for as they come into view. */
export const tailLength = 10;
export const keptConversations = 100;
export const keptBookings = 50;
/** Of a person's notices, by their numbers: some of them may not hold any more. */
export const keptNotices = 30;
