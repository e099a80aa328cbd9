import { addMinutes, isBefore, type Instant } from '@confab/shared';
import type { Core } from '../../core.ts';
import { give } from '../play/give.ts';
import { moment, written, type When } from '../play/when.ts';
import { noteFor } from './notes.ts';
import type { Pair } from './pair.ts';

/** Minutes that the mentor must still have to answer. */
const plenty = 120;
const sessionMinutes = 60;

/** Afternoons ahead, by day, in the mentee's zone. */
const starts: readonly When[] = [
  ...[3, 4, 5, 6, 7, 8, 9, 10].map((day) => `${day} 16:00` as const),
  ...[3, 5, 7, 9].map((day) => `${day} 11:00` as const),
];

/** Sees to it that a request waits for the pairs' mentor, made by the first mentee who can. */
export async function keepOneWaiting(
  core: Core,
  pairs: AsyncIterable<Pair>,
  now: Instant,
): Promise<void> {
  for await (const pair of pairs)
    if (isWaiting(pair, now) || (await askAhead(core, pair, now))) return;
}

/** By whomever. */
const isWaiting = (pair: Pair, now: Instant): boolean =>
  pair.bookings.some(
    (booking) =>
      booking.mentorId === pair.mentorId &&
      booking.state === 'pending' &&
      booking.awaiting === 'mentor' &&
      isBefore(addMinutes(now, plenty), booking.offer.respondBy),
  );

/** @returns whether a request is made */
async function askAhead(core: Core, pair: Pair, now: Instant): Promise<boolean> {
  const { programId, mentorId, menteeId, menteeZone } = pair;
  for (const start of starts) {
    const request = {
      programId,
      mentorId,
      start: written(moment(start, menteeZone, now), menteeZone),
      minutes: sessionMinutes,
      location: { kind: 'online' as const },
      note: noteFor('ahead', now),
    };
    const asked = await give(core, menteeId, ['booking.request', request], now);
    if (asked.ok) return true;
    if (asked.code !== 'busy' && asked.code !== 'overlapping-request') return false;
  }
  return false;
}
