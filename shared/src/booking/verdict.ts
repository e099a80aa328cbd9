import type { Instant } from '../time/index.ts';
import type { BookingEvent } from './event.ts';
import type { BookingRefusal } from './refusal.ts';

/** A refusal as an outcome. */
export type Refused = { ok: false } & BookingRefusal;

/** What a command brings about: events, or a refusal. */
export type Verdict = { ok: true; events: BookingEvent[] } | Refused;

/**
 * May a side give a command now, as far as the booking and the time decide? `until` is the first
 * instant at which it may no longer; null: time alone never ends it.
 */
export type May<Found extends object = object> =
  ({ ok: true; until: Instant | null } & Found) | Refused;

export const refuse = (refusal: BookingRefusal): Refused => ({ ok: false, ...refusal });

export const happened = (...events: BookingEvent[]): Verdict => ({ ok: true, events });
