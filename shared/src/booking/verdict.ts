import type { Instant } from '../time/index.ts';
import type { BookingEvent } from './event.ts';
import type { BookingRefusal } from './refusal.ts';

/** A refusal as an outcome. */
export type Refused = { ok: false } & BookingRefusal;

/** At least one: a command that is carried out changes something. */
type Events = [BookingEvent, ...BookingEvent[]];

/** What a command brings about: events, or a refusal. */
export type Verdict = { ok: true; events: Events } | Refused;

/**
 * May a side give a command now, as far as the booking and the time decide? `until` is the first
 * instant at which it may no longer; null: time alone never ends it.
 */
export type May<Found extends object = object> =
  ({ ok: true; until: Instant | null } & Found) | Refused;

export const refuse = (refusal: BookingRefusal): Refused => ({ ok: false, ...refusal });

export const happened = (...events: Events): Verdict => ({ ok: true, events });
