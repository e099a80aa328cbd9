import { addMinutes, isBefore, type Instant } from '../time/index.ts';
import type { Booking, Offer, Side } from '../booking/booking.ts';
import { liveOffer } from '../booking/live-offer.ts';
import { forgottenAt } from '../booking/marks.ts';
import { hasRoom, windowOf } from '../booking/room-state.ts';
import { otherSide } from '../booking/side.ts';
import { answerReminderTimes } from './answer-reminders.ts';

/** What people are reminded of, beside what happens. @see D7 F5 N2 */
export const reminderKinds = [
  'answer-halfway',
  'answer-soon',
  'day-before',
  'hour-before',
  'room-opens',
  'unmarked',
  'still-unmarked',
] as const;
export type ReminderKind = (typeof reminderKinds)[number];

export const isReminder = (kind: string): kind is ReminderKind =>
  (reminderKinds as readonly string[]).includes(kind);

/** One reminder: told from `at` on, and not any more from `until` on. */
export interface Reminder {
  kind: ReminderKind;
  at: Instant;
  until: Instant;
  sides: readonly Side[];
  /** The start that it speaks of. */
  startsAt: Instant;
}

/** Every reminder of a booking as it now stands, past ones included. @see D7 F5 N2 */
export function remindersOf(booking: Booking): Reminder[] {
  const offer = liveOffer(booking);
  return [
    ...(offer ? ofAnswer(offer) : []),
    ...(booking.state === 'accepted' ? [...ofSession(booking), ...ofMark(booking)] : []),
  ];
}

/**
 * What is left to be told of a booking as it now stands, and when: what lies ahead, and what is due
 * just as it was planned, for whoever tells has not come to it. They ask again, for the booking may
 * have changed. @param planned when each kind was to be told before it came to stand so
 * @see D7 F5 N2
 */
export function remindersLeft(
  booking: Booking,
  planned: ReadonlyMap<string, Instant>,
  now: Instant,
): Map<ReminderKind, Instant> {
  const left = remindersOf(booking).filter(
    ({ kind, at }) => isBefore(now, at) || planned.get(kind)?.equals(at),
  );
  return new Map(left.map(({ kind, at }) => [kind, at]));
}

/** The one reminder of this kind that is to be told now, or null. @see N2 */
export function reminderNow(booking: Booking, kind: ReminderKind, now: Instant): Reminder | null {
  const found = remindersOf(booking).find((one) => one.kind === kind);
  return found && !isBefore(now, found.at) && isBefore(now, found.until) ? found : null;
}

/** A reminder as it was told in the app, which is told once more by letter or push. */
export interface ReminderTold {
  kind: ReminderKind;
  /** Whom it was told to. */
  side: Side;
  /** The start that it spoke of. */
  startsAt: Instant;
  toldAt: Instant;
}

/**
 * The same reminder as it holds now, or null: it is not to be told any more, to this side or at all.
 * One that began to hold after that is another, told by itself. @see N2
 */
export function reminderStill(
  booking: Booking,
  { kind, side, startsAt, toldAt }: ReminderTold,
  now: Instant,
): Reminder | null {
  const found = reminderNow(booking, kind, now);
  const isSame =
    found?.startsAt.epochMilliseconds === startsAt.epochMilliseconds &&
    found.sides.includes(side) &&
    !isBefore(toldAt, found.at);
  return isSame ? found : null;
}

function ofAnswer(offer: Offer): Reminder[] {
  const { startsAt } = offer.terms;
  const to = { until: offer.respondBy, sides: [otherSide(offer.by)], startsAt };
  return answerReminderTimes(offer).map((one) => ({ ...one, ...to }));
}

function ofSession(booking: Booking): Reminder[] {
  const { startsAt, endsAt } = booking.terms;
  const to = { sides: ['mentor', 'mentee'] as const, startsAt };
  const hourBefore = addMinutes(startsAt, -60);
  return [
    { kind: 'day-before', at: addMinutes(startsAt, -24 * 60), until: hourBefore, ...to },
    { kind: 'hour-before', at: hourBefore, until: startsAt, ...to },
    ...(hasRoom(booking)
      ? [{ kind: 'room-opens' as const, at: windowOf(booking).opensAt, until: endsAt, ...to }]
      : []),
  ];
}

/** Minutes after its end from which on nobody has said how a session went. @see F5 */
const unmarkedAfter = 30;
/** Days for which that is still said. */
const unmarkedDays = 7;

/** Told to the mentor, who can complete it. @see F5 */
function ofMark(booking: Booking): Reminder[] {
  const { startsAt, endsAt } = booking.terms;
  const day = forgottenAt(booking);
  const to = { sides: ['mentor'] as const, startsAt };
  return [
    { kind: 'unmarked', at: addMinutes(endsAt, unmarkedAfter), until: day, ...to },
    { kind: 'still-unmarked', at: day, until: endsAt.add({ hours: unmarkedDays * 24 }), ...to },
  ];
}
