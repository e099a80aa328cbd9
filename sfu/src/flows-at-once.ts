import type { MediaSource } from '@confab/shared';
import type { Seat } from './seat.ts';

/** Milliseconds within which a client has made itself ready to play, once it was told what. */
const makingReady = 100;

/**
 * Whether what somebody sends may flow to another before that one has said to be ready. A picture
 * begins with a key frame, which is asked for when it begins to flow: from somebody far away it
 * takes a round trip longer than the news of it, so the other is ready by then. One that came too
 * early would be lost, and browsers do not send the next at once.
 */
export const flowsAtOnce = (source: MediaSource, { roundTrip }: Pick<Seat, 'roundTrip'>): boolean =>
  source === 'microphone' || (roundTrip !== null && roundTrip > makingReady);
