import type { Instant } from '@confab/shared';
import type { Waking } from './geometry.ts';

/** An agreed or requested session with the hours of its room. */
export interface SessionMark {
  kind: 'session';
  startsAt: Instant;
  endsAt: Instant;
  /** Null where there is no room, or nothing agreed yet. */
  room: { opensAt: Instant; closesAt: Instant } | null;
  /** `asked`: not agreed yet. `live`: now. `over`: grey. */
  look?: 'agreed' | 'asked' | 'live' | 'over';
}

/** Another time, put before the other side. */
export interface ProposalMark {
  kind: 'proposal';
  startsAt: Instant;
  endsAt: Instant;
}

/** The response clock: from when it was asked until it is too late. */
export interface ClockMark {
  kind: 'clock';
  madeAt: Instant;
  respondBy: Instant;
  /** The responder's zone, and which of their hours count. */
  zone: string;
  clock: Waking;
}

/** A time that is taken. */
export interface HeldMark {
  kind: 'held';
  startsAt: Instant;
  endsAt: Instant;
}

/** A time that can be pressed. */
export interface OpenMark {
  kind: 'open';
  id: string;
  startsAt: Instant;
  endsAt: Instant;
  chosen?: boolean;
}

export type Mark = SessionMark | ProposalMark | ClockMark | HeldMark | OpenMark;

/** One line of hours: whose, and where. */
export interface Track {
  zone: string;
  /** Whose hours these are; null when there is but one line. */
  name: string | null;
}
