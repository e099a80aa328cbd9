import type { Booking, BookingEvent, NoticeKind, ProgramSettings, Side } from '@confab/shared';
import type { Role } from '@confab/shared/protocol';

/** What is decided about a program and its members. */
export type Governed =
  | { to: 'approve' | 'suspend' | 'reinstate'; personId: string }
  | { to: 'invite'; role: Role }
  | { to: 'change-settings'; before: ProgramSettings; after: ProgramSettings };

/** What a command brought about, for other features to react to in the same transaction. */
export type Happening =
  | {
      kind: 'booking';
      before: Booking | null;
      after: Booking;
      event: BookingEvent;
      /** Who caused it; null: Confab itself. */
      actorId: string | null;
    }
  | {
      kind: 'membership';
      programId: string;
      personId: string;
      change: 'joined' | 'changed' | 'ended';
    }
  | { kind: 'person'; personId: string }
  /** A mentor's hours are others than before. */
  | { kind: 'hours'; personId: string }
  /** Of a session; `counts` and `ends` say that the session was completed, or is no longer. @see F6 */
  | {
      kind: 'review';
      booking: Booking;
      bySide: Side;
      change: 'written' | 'changed' | 'taken-back' | 'counts' | 'ends';
    }
  /** A session waits for a manager of its program from now on. @see F2 F5 */
  | { kind: 'case'; booking: Booking; waits: 'contested' | 'forgotten' }
  /** Somebody changed what is other people's affair, too, and why is not said. @see F4 */
  | { kind: 'governed'; programId: string; actorId: string; deed: Governed }
  /** A person has been told something of a booking, in the app. */
  | { kind: 'told'; personId: string; notice: NoticeKind; no: number; booking: Booking }
  /** A person has been written to. */
  | { kind: 'message'; to: string };
