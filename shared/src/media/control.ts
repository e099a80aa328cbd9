import type { Instant } from '../time/index.ts';
import type { Preparation, Prepared } from './prepared.ts';

/** Why a room or a seat ended; told to the people in it. */
export const roomEnds = ['time', 'moved', 'cancelled', 'evicted'] as const;
export type RoomEnd = (typeof roomEnds)[number];

/** Someone took or left a seat, by the node's clock. Sent again until acknowledged. @see W5 */
export interface Attendance {
  id: string;
  roomId: string;
  personId: string;
  kind: 'joined' | 'left';
  at: Instant;
}

/** Someone is about to take a seat that they do not have yet. @see W5 */
export interface Seating {
  roomId: string;
  personId: string;
  /** They give up any seat that they have in another room. */
  leaveOther: boolean;
}

/** `elsewhere`: they have a seat in another room, at another node, and have to be asked. */
export const seatingAnswers = ['free', 'elsewhere'] as const;
export type SeatingAnswer = (typeof seatingAnswers)[number];

/** What became of an order. A refusal leaves everything as it was. */
export type OrderOutcome =
  | 'done'
  /** It bears a lower epoch than the node knows: it was overtaken. */
  | 'outdated'
  /** The node takes no new rooms. */
  | 'draining'
  /** It did not reach the node, or no answer came back. */
  | 'unreachable';

/** What stands at a node at one moment. */
export interface NodeStatus {
  /** By the node's clock, which follows the server's. */
  at: Instant;
  /** All its workers live. */
  well: boolean;
  /** The busiest worker's share of its core, 0 to 1. */
  load: number;
  /** It takes no new rooms and ends when the last is empty. */
  draining: boolean;
  /** Attendance that nobody has acknowledged yet. */
  attendanceWaiting: number;
  rooms: readonly {
    roomId: string;
    epoch: number;
    /** Who holds a seat. */
    personIds: readonly string[];
  }[];
}

/** Puts someone out. Bears an epoch that begins with it: every grant signed before is void. */
export interface Eviction {
  roomId: string;
  epoch: number;
  personId: string;
  /** Of the one sign-in that the grant named; null: of the person, whichever it was. */
  session: string | null;
}

/**
 * How the server rules a media node, in process or over an authenticated socket.
 * Orders bear the room's epoch; one that is lower than the node knows is refused.
 */
export interface MediaControl {
  /** Opens a room, or moves its closing. The node closes by itself at `closesAt`. */
  open(room: { roomId: string; epoch: number; closesAt: Instant }): Promise<OrderOutcome>;
  /** Moves the closing of a room that is open here; opens none. @see W3 W4 */
  extend(room: { roomId: string; epoch: number; closesAt: Instant }): Promise<OrderOutcome>;
  /**
   * Makes transports for whoever is about to come with a grant; nobody is told, no seat is taken.
   * They go to the connection of that grant, or end with the grant's time. Null: not now.
   */
  prepare(order: Preparation): Promise<Prepared | null>;
  close(room: { roomId: string; epoch: number; reason: RoomEnd }): Promise<OrderOutcome>;
  /** Lets go of a room without a word: its people ask the server, which tells them where to go. */
  release(room: { roomId: string; epoch: number }): Promise<OrderOutcome>;
  evict(seat: Eviction): Promise<OrderOutcome>;
  /** They have a seat in this room, at another node, now: any other here ends, `moved-on`. @see W5 */
  moveOn(person: { personId: string; roomId: string }): Promise<OrderOutcome>;
  /** From now on no new rooms; the living ones end in their time. */
  drain(): Promise<OrderOutcome>;
  /** The listener resolves when the event is on disk. */
  onAttendance(listener: (event: Attendance) => Promise<void>): void;
  /**
   * Asked before someone takes a seat, for a node knows its own seats only. Whoever says that they
   * leave another room has left it when this is answered. Without an answer the node goes by what
   * it knows.
   */
  onSeating(listener: (seating: Seating) => Promise<SeatingAnswer>): void;
  /** Tells how it stands: now, with every change, and every few seconds for the load. */
  onStatus(listener: (status: NodeStatus) => void): void;
}
