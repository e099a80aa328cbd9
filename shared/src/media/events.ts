import type { RoomEnd } from './control.ts';
import type { MediaAnswer } from './refusal.ts';
import type { ConsumerView, PersonInRoom, RoomView } from './room-view.ts';
import type { RtpCapabilitiesView } from './rtp.ts';

/** Why a seat ended: `moved-on`, the person has entered another room. @see W5 */
export type SeatEnd = RoomEnd | 'taken-over' | 'moved-on';

/** How loud someone is, 0 (silent) to 1. */
export interface SpeakingLevel {
  personId: string;
  level: number;
}

/**
 * What the node tells a client in a room, in the order it happened. An answer to `join` tells all
 * that was before it; what is told after it builds on it.
 */
export interface NodeToClient {
  /**
   * First, on connecting: what the node can carry. With it the client can `join` in one trip. The
   * receipt tells the node how far away the client is.
   */
  welcome: (node: { rtpCapabilities: RtpCapabilitiesView }, received?: () => void) => void;
  /** The answer to the `join` that the connection began with. */
  joined: (answer: MediaAnswer<RoomView>) => void;
  /** Not told when somebody takes their own seat over: to the others they were there all along. */
  'person-joined': (person: PersonInRoom) => void;
  'person-left': (personId: string) => void;
  consumer: (consumer: ConsumerView) => void;
  'consumer-ended': (consumerId: string) => void;
  'consumer-paused': (consumerId: string, paused: boolean) => void;
  /** How well it arrives here, 0 (not at all) to 10 (perfectly). */
  'consumer-score': (consumerId: string, score: number) => void;
  /** Who speaks; whoever is not listed is silent. */
  speaking: (levels: SpeakingLevel[]) => void;
  /** The room's closing was moved; ISO text. @see W3 */
  'closes-at': (closesAt: string, now: string) => void;
  /** The worker died and was replaced: `join` again with fresh media; the seat stands. */
  rebuild: () => void;
  /** The node stops: connect again, with a fresh grant. */
  'going-away': () => void;
  /** The seat has ended; the connection is closed after it. */
  ended: (reason: SeatEnd) => void;
}
