import { isBefore, type Instant } from '../time/index.ts';
import { minuteLength } from '../time/lengths.ts';
import type { Offer } from '../booking/booking.ts';
import { afterOpenTime, openTime } from '../booking/open-time.ts';
import { clockLength } from '../booking/response-clock.ts';

/** Counted time before the end at which the responder is reminded once more. */
const soon = 120 * minuteLength;
/** Two reminders this close to each other are one. */
const apart = 30 * minuteLength;

interface AnswerReminder {
  kind: 'answer-halfway' | 'answer-soon';
  at: Instant;
}

/**
 * When the responder is reminded of an offer, in order: halfway and two counted hours before the
 * end. One that would fall before the offer, at or after its deadline, or within 30 minutes of the
 * one before it, is left out. @see D7
 */
export function answerReminderTimes({
  madeAt,
  respondBy,
  zone,
  clock,
}: Pick<Offer, 'madeAt' | 'respondBy' | 'zone' | 'clock'>): AnswerReminder[] {
  const open = openTime({ from: madeAt, to: respondBy, zone, clock });
  // While a proposal lay over an offer that stands again, its clock stood still.
  const counted = Math.min(open, clockLength(clock));
  const whenLeft = (left: number) =>
    left > open
      ? null
      : afterOpenTime({ from: madeAt, length: open - left, zone, clock, limit: respondBy });
  const times = [
    { kind: 'answer-halfway' as const, at: whenLeft(Math.floor(counted / 2)) },
    { kind: 'answer-soon' as const, at: whenLeft(soon) },
  ].flatMap(({ kind, at }) => (at ? [{ kind, at }] : []));
  return times
    .toSorted((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds)
    .filter((one, index, all) => !isClose(all[index - 1], one));
}

const isClose = (before: AnswerReminder | undefined, { at }: AnswerReminder): boolean =>
  before !== undefined && !isBefore(before.at.add({ milliseconds: apart }), at);
