/**
 * What a feed entry is about; its `ref` says which:
 * message → message id, conversation → the other person's id, booking → booking id, notice → notice
 * id, or nothing where only how far they have been seen changed.
 */
export type FeedKind = 'me' | 'booking' | 'message' | 'conversation' | 'notice';
