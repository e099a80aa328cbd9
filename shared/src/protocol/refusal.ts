import type { BookingRefusal } from '../booking/index.ts';
import type { HoursFault } from '../hours/index.ts';
import type { SettingsField } from '../program/index.ts';
import type { Json } from '../time/index.ts';
import type { DecidedSettings } from './views.ts';

/** Refusals that are not about bookings. */
export type GeneralRefusal =
  /** The input is not what the call takes; `field` names the first fault. */
  | { code: 'malformed'; field: string }
  | { code: 'unknown-call' }
  | { code: 'not-found' }
  /** The caller may not do this. */
  | { code: 'forbidden' }
  /** No session, or it has ended. */
  | { code: 'signed-out' }
  /** An old tab: reload. */
  | { code: 'old-version' }
  | { code: 'too-many'; retryAfterMs: number }
  /** The same command id came before with another payload. @see B5 */
  | { code: 'command-id-used' }
  /** Writing is closed: no shared program, or the mentor's status. @see C1 P3 */
  | { code: 'conversation-closed' }
  /** The invitation is used up, expired or unknown. */
  | { code: 'invitation' }
  | { code: 'bad-zone' }
  /** Nothing is pushed to this address: not a push service that is allowed here, or none is. */
  | { code: 'push-service' }
  /** Hours that nobody can have; `field` says where. @see A1 */
  | { code: 'hours'; fault: HoursFault; field: string }
  /** What was written is no address that a calendar can have. */
  | { code: 'calendar-address' }
  /** Busy times that nobody can have. @see A8 */
  | { code: 'busy-times' }
  /** As many calendars as one mentor may have. */
  | { code: 'too-many-calendars' }
  /** The note has been changed in another window since. */
  | { code: 'stale-note' }
  /** The room is not open: before, after, or the booking is in another state. @see W1 W2 */
  | { code: 'room-closed'; phase: 'before' | 'after' | 'state' }
  /** What this is about cannot be read: somebody has to mend the store first. */
  | { code: 'damaged' }
  /** Confab is stopping or starting; try again. */
  | { code: 'unavailable' };

/** Refusals of a program's settings. */
export type SettingsRefusal =
  /** These settings cannot be; the first that cannot. @see B2 D1 W1 */
  | { code: 'settings'; field: SettingsField }
  /** Somebody else has changed the settings since; these are they now. */
  | ({ code: 'stale-settings' } & DecidedSettings);

export type Refusal = GeneralRefusal | SettingsRefusal | Json<BookingRefusal>;
export type RefusalCode = Refusal['code'];

/** The answer to every call. */
export type Answer<Value> = { ok: true; value: Value } | ({ ok: false } & Refusal);
