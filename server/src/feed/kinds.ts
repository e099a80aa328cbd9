/**
 * What a feed entry is about; its `ref` says which:
 * message → message id, conversation → the other person's id, booking → booking id.
 */
export type FeedKind = 'me' | 'booking' | 'message' | 'conversation';
