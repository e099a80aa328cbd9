import type { LocalMoment } from '../time/index.ts';
import type { Outcome } from './booking.ts';
import type { Location } from './location.ts';

/** What can be asked of a booking. The wire's `booking.…` commands carry the same fields. */
export type BookingCommand =
  | {
      type: 'request';
      programId: string;
      mentorId: string;
      start: LocalMoment;
      minutes: number;
      location: Location;
      note: string | null;
    }
  | { type: 'accept'; version: number }
  | { type: 'decline'; reason: string | null }
  | {
      type: 'propose';
      version: number;
      start?: LocalMoment | undefined;
      minutes?: number | undefined;
      location?: Location | undefined;
    }
  | { type: 'refuse'; version: number }
  | { type: 'withdraw-proposal'; version: number }
  | { type: 'withdraw' }
  | { type: 'cancel'; reason: string | null }
  | { type: 'complete'; minutes: number }
  | { type: 'no-show' }
  | { type: 'undo' }
  | { type: 'contest'; reason: string }
  | {
      type: 'settle';
      /** The booking's revision that the manager saw. @see B5 */
      revision: number;
      outcome: Outcome;
      reason: string | null;
    }
  | { type: 'extend-room' }
  | { type: 'expire' }
  | { type: 'end-membership' };

/**
 * Who asks: a person, whose part in it the booking and the facts say, or Confab itself by a wake-up
 * or another command's consequence.
 */
export type Actor = { kind: 'person'; id: string } | { kind: 'system' };

export type BookingCommandType = BookingCommand['type'];

/** The commands of Confab itself; all others are a person's. */
export type SystemCommandType = 'expire' | 'end-membership';
