import type { BookingView, ConversationView, Me, MessageView, PersonCard } from './views.ts';

/** A person's live state, bounded; what folding feed events into an older one gives exactly. */
export interface Snapshot {
  seq: number;
  me: Me;
  people: Record<string, PersonCard>;
  /** Newest first, at most {@link keptConversations}. */
  conversations: ConversationView[];
  /** Pending and accepted ones, and the latest others up to {@link keptEnded}. */
  bookings: BookingView[];
}

/** One entry of a person's feed as delivered. `people` are the cards that it mentions. */
export type FeedEvent = { seq: number; people: PersonCard[] } & (
  | { kind: 'me'; me: Me }
  | { kind: 'booking'; view: BookingView }
  | { kind: 'message'; conversation: Omit<ConversationView, 'tail'>; message: MessageView }
  | { kind: 'conversation'; conversation: Omit<ConversationView, 'tail'> }
);

export const tailLength = 20;
export const keptConversations = 100;
export const keptEnded = 50;
