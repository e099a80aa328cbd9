import { randomUUID } from 'node:crypto';
import {
  decide,
  dueAt,
  forgottenAt,
  isBefore,
  openCaseOf,
  reminderNow,
  remindersLeft,
  sideOf,
  Temporal,
  toldTo,
  windowOf,
  type Booking,
  type BookingCommand,
  type Instant,
  type ReminderKind,
  type Side,
} from '@confab/shared';
import type { Answer } from '@confab/shared/protocol';
import { roleIn } from '../lives/roles.ts';
import type { Call } from '../lives/rulings.ts';
import type { World } from '../lives/world.ts';
import { factsFor } from './facts.ts';

type Waits = ReturnType<typeof openCaseOf>;
type Kind = ReminderKind | 'deadline' | 'closing' | 'forgotten';

/** The rules of booking with nothing around them: no store, no line, no timer of their own. */
export class Rulebook {
  readonly bookings = new Map<string, Booking>();
  /** What is planned, by booking and kind. */
  readonly wakeups = new Map<string, Map<Kind, Instant>>();
  /** How often each person was told something. */
  readonly told = new Map<string, number>();
  /** What waits for a manager, by booking. */
  readonly #cases = new Map<string, Waits>();
  /** Who people are and what they have said to each other, which is no rule of booking. */
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  get #now(): Instant {
    return Temporal.Instant.fromEpochMilliseconds(this.#world.now);
  }

  /** A person's command, on a booking as it now is. */
  give({ actor, name, input }: Call): Answer<unknown> {
    const type = name.slice('booking.'.length) as BookingCommand['type'];
    const { bookingId, ...fields } = input as { bookingId?: string };
    const before = bookingId === undefined ? null : (this.bookings.get(bookingId) ?? null);
    return this.#carryOut(before, { type, ...fields } as BookingCommand, actor);
  }

  /** Does what everybody must see done: deadlines, then closings. @see D6 */
  settle(): void {
    const now = this.#now;
    for (const booking of this.bookings.values()) {
      const due = dueAt(booking);
      if (due && !isBefore(now, due)) this.#carryOut(booking, { type: 'expire' }, null);
    }
    for (const planned of this.wakeups.values()) {
      const closing = planned.get('closing');
      if (closing && !isBefore(now, closing)) planned.delete('closing');
    }
  }

  /** The timer comes: whatever is due is done. @see N2 F5 */
  wake(): void {
    const now = this.#now;
    this.settle();
    for (const [id, planned] of this.wakeups)
      for (const [kind, at] of planned) {
        if (isBefore(now, at)) continue;
        planned.delete(kind);
        const booking = this.bookings.get(id);
        if (!booking || kind === 'deadline' || kind === 'closing') continue;
        if (kind === 'forgotten') {
          this.#wait(booking, openCaseOf(booking, now));
          continue;
        }
        const reminder = reminderNow(booking, kind, now);
        if (reminder) this.#tell(booking, reminder.sides);
      }
  }

  /** @see P4 */
  endMembership(programId: string, personId: string): void {
    for (const booking of this.bookings.values()) {
      const isTheirs = sideOf(booking, personId) !== null && booking.programId === programId;
      const isOpen = booking.state === 'pending' || booking.state === 'accepted';
      if (isTheirs && isOpen) this.#carryOut(booking, { type: 'end-membership' }, null);
    }
  }

  #carryOut(before: Booking | null, command: BookingCommand, by: string | null): Answer<unknown> {
    const now = this.#now;
    const parties =
      before ??
      (command.type === 'request' && by !== null
        ? { id: null, programId: command.programId, mentorId: command.mentorId, menteeId: by }
        : null);
    if (!parties) return { ok: false, code: 'not-found' };
    const facts = factsFor(this.#world, this.bookings, parties, by);
    const fresh = { bookingId: randomUUID(), roomId: randomUUID() };
    const actor =
      by === null ? ({ kind: 'system' } as const) : ({ kind: 'person', id: by } as const);
    const decision = decide(before, command, { now, actor, facts: { ...facts, fresh } });
    if (!decision.ok) return decision as Answer<unknown>;
    const { booking, events } = decision;
    this.bookings.set(booking.id, booking);
    this.#plan(booking, now);
    const side = by === null ? null : sideOf(booking, by);
    for (const _ of events) this.#tell(booking, toldTo(side));
    // What is forgotten, the timer finds out.
    const waits = openCaseOf(booking, now);
    if (waits !== 'forgotten') this.#wait(booking, waits);
    return { ok: true, value: { booking } };
  }

  #plan(booking: Booking, now: Instant): void {
    const due = dueAt(booking);
    const isAgreed = booking.state === 'accepted';
    const before = this.wakeups.get(booking.id) ?? new Map<Kind, Instant>();
    const planned = new Map<Kind, Instant>(remindersLeft(booking, before, now));
    if (due) planned.set('deadline', due);
    if (isAgreed) planned.set('closing', windowOf(booking).closesAt);
    if (isAgreed) planned.set('forgotten', forgottenAt(booking));
    this.wakeups.set(booking.id, planned);
  }

  #tell({ mentorId, menteeId }: Booking, sides: readonly Side[]): void {
    for (const side of sides) {
      this.#tellOne(side === 'mentor' ? mentorId : menteeId);
    }
  }

  /** Nobody is told of a case they are a party to. @see P1 */
  #wait(booking: Booking, waits: Waits): void {
    if (waits === (this.#cases.get(booking.id) ?? null)) return;
    this.#cases.set(booking.id, waits);
    if (!waits) return;
    for (const personId of this.#world.people.keys()) {
      const manages = roleIn(this.#world, booking.programId, personId) === 'manager';
      if (manages && !sideOf(booking, personId)) this.#tellOne(personId);
    }
  }

  #tellOne(personId: string): void {
    this.told.set(personId, (this.told.get(personId) ?? 0) + 1);
  }
}
