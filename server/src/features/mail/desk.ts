import type { Instant } from '@confab/shared';

/** What a letter needs to know beside the store. */
export interface Desk {
  /** The address under which people reach Confab. */
  origin: () => string;
  from: { name: string; address: string };
  /** A link by which this person can answer this offer without signing in. */
  answerLink: (offer: AnswerTo) => Promise<string>;
}

/** An offer that waits for a person's answer. */
export interface AnswerTo {
  personId: string;
  bookingId: string;
  version: number;
  until: Instant;
}
