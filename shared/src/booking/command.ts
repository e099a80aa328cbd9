import type { Location } from './location.ts';

/** A wall-clock moment as its author meant it. @see B8 */
export interface LocalMoment {
  /** `YYYY-MM-DD` */
  date: string;
  /** `HH:MM` */
  time: string;
  /** IANA zone of the author. */
  zone: string;
  /** Which of two instants, where the zone's clocks make it a question. */
  which?: 'earlier' | 'later' | undefined;
}

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
  | { type: 'extend-room' }
  | { type: 'expire' }
  | { type: 'end-membership' };

/** Who asks: one of the two, or Confab itself by a wake-up or another command's consequence. */
export type Actor = { kind: 'person'; id: string } | { kind: 'system' };
