import type { Prepared } from '@confab/shared';
import type { DtlsEnd } from './dtls-end.ts';
import type { MediaSocket } from './sockets.ts';

/** Admission to a media node, as the server gives it: the answer to `room.enter` or `room.probe`. */
export type Ticket =
  | { ok: true; value: { grant: string; node: string; prepared?: Prepared | null } }
  | { ok: false; code: string };

/** The first ticket of a call, and what was begun when it was asked for. */
export interface FirstTicket {
  ticket: Ticket;
  /** The end of DTLS that was named. */
  end: DtlsEnd | null;
  /** A line to this page's origin, not connected to anything there. */
  line: MediaSocket | null;
}

/** Asks the server for a new one. Each admits one connection once, within a minute. */
export type GetTicket = () => Promise<Ticket>;

/** Refusals that a fresh ticket or a moment's patience may heal. */
const passing = new Set([
  'grant-expired',
  'grant-used',
  'grant-stale',
  'room-closed',
  'unavailable',
  'too-many',
]);

/** How often a refusal is believed to be passing, before it is told. */
const patience = 6;

/**
 * Whether to try again after the media node refused. `room-closed` is among the passing ones, since
 * a node that was restarted learns of its rooms a moment later; the server says when it is final.
 */
export const worthAnotherTry = (code: string, tries: number): boolean =>
  passing.has(code) && tries < patience;
