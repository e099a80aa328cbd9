import type { SeatEnd } from '@confab/shared';
import type { Tell } from './seat-media.ts';

/** The connection that holds a seat, as the seat knows it. */
export interface Sitter {
  /** The sign-in it came by. */
  readonly session: string;
  /** Milliseconds to the person and back; null while it is not known. */
  readonly roundTrip: number | null;
  readonly tell: Tell;
  /** Says why, if there is something to say, and closes the connection. */
  dismiss(reason: SeatEnd | null): void;
}
