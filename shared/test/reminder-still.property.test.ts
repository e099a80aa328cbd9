import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isBefore,
  liveOffer,
  otherSide,
  remindersOf,
  reminderStill,
  type Booking,
  type Instant,
  type ReminderKind,
  type Side,
} from '../src/index.ts';
import { lives, type Life } from './lives.ts';
import { hours, justBefore } from './scene.ts';

interface Told {
  kind: ReminderKind;
  side: Side;
  startsAt: Instant;
  toldAt: Instant;
  until: Instant;
}

/** A booking as it stood for a while, with all that the timer had told of it by the end of that. */
interface Stretch {
  booking: Booking;
  from: Instant;
  to: Instant;
  told: Told[];
}

/** What the timer tells in a life, on time: what lies ahead when the booking changes. */
function stretchesOf({ moments }: Life): Stretch[] {
  const changes = moments.flatMap(({ now, decision }) =>
    decision.ok ? [{ booking: decision.booking, from: now }] : [],
  );
  const told: Told[] = [];
  return changes.map(({ booking, from }, index) => {
    const to = changes[index + 1]?.from ?? hours(from, 300);
    for (const { at, sides, ...said } of remindersOf(booking))
      if (isBefore(from, at) && !isBefore(to, at))
        told.push(...sides.map((side) => ({ ...said, side, toldAt: at })));
    return { booking, from, to, told: [...told] };
  });
}

/** When a letter that waited may go: as things change, and as each reminder begins and ends. */
const looks = ({ booking, from, to, told }: Stretch): Instant[] =>
  [
    from,
    justBefore(to),
    ...remindersOf(booking).flatMap(({ at, until }) => [at, justBefore(until)]),
    ...told.map(({ toldAt }) => toldAt),
  ].filter((at) => !isBefore(at, from) && isBefore(at, to));

/** What may be told at all, by the booking as it is. */
function mayBeTold({ kind, side, startsAt }: Told, booking: Booking): boolean {
  const ofAnswer = kind === 'answer-halfway' || kind === 'answer-soon';
  const offer = liveOffer(booking);
  const start = ofAnswer ? offer?.terms.startsAt : booking.terms.startsAt;
  const isForMe = ofAnswer
    ? offer !== null && otherSide(offer.by) === side
    : booking.state === 'accepted' && (side === 'mentor' || !kind.endsWith('unmarked'));
  return isForMe && start?.epochMilliseconds === startsAt.epochMilliseconds;
}

const seen = { held: 0, gone: 0 };

test('N2: in any life, what is told late is so as the booking is then, of that side and hour, once', () => {
  fc.assert(
    fc.property(lives(true), (life) => {
      for (const stretch of stretchesOf(life))
        for (const now of looks(stretch)) {
          const { booking, from } = stretch;
          const before = stretch.told.filter(({ toldAt }) => !isBefore(now, toldAt));
          const holding = before.filter((told) => reminderStill(booking, told, now));
          for (const told of holding) expect(mayBeTold(told, booking)).toBe(true);
          const names = holding.map(({ kind, side }) => `${kind} ${side}`);
          expect(names).toEqual([...new Set(names)]);
          // Nothing has changed since it was told: then it holds for all of its time.
          const undisturbed = before.filter(
            ({ toldAt, until }) => isBefore(from, toldAt) && isBefore(now, until),
          );
          expect(undisturbed.filter((told) => !holding.includes(told))).toEqual([]);
          seen.held += holding.length;
          seen.gone += before.filter((told) => isBefore(now, told.until)).length - holding.length;
        }
    }),
    { numRuns: 500 },
  );
  expect(seen.held).toBeGreaterThan(100);
  expect(seen.gone).toBeGreaterThan(100);
});
