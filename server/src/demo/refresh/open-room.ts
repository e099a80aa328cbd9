import {
  addMinutes,
  fromJson,
  isBefore,
  roomState,
  seenVersion,
  type Booking,
  type Instant,
} from '@confab/shared';
import type { Core } from '../../core.ts';
import { give } from '../play/give.ts';
import { onFiveMinutes, written } from '../play/when.ts';
import { noteFor } from './notes.ts';
import { between, type Pair } from './pair.ts';

/** Minutes a session must still have to be worth entering. */
const worthwhile = 10;
const sessionMinutes = 45;
/** Minutes between asking and the earliest start. */
const leastAhead = 2;
/** Starts tried, five minutes apart; each of them opens the room at once. */
const tries = 5;

/** Sees to it that a room is open now for the first of the pairs for whom it can be. @see W1 */
export async function openRoom(
  core: Core,
  pairs: AsyncIterable<Pair>,
  now: Instant,
): Promise<void> {
  for await (const pair of pairs)
    if (hasOpenRoom(pair, now) || (await agreeOnOne(core, pair, now))) return;
}

const hasOpenRoom = (pair: Pair, now: Instant): boolean =>
  between(pair).some(
    (booking) =>
      booking.state === 'accepted' &&
      roomState(booking, now) === 'open' &&
      isBefore(addMinutes(now, worthwhile), booking.terms.endsAt),
  );

/** The mentee asks for the nearest free start and the mentor accepts. @returns whether they did */
async function agreeOnOne(core: Core, pair: Pair, now: Instant): Promise<boolean> {
  const { programId, menteeId, mentorId, menteeZone } = pair;
  const first = onFiveMinutes(addMinutes(now, leastAhead));
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const start = written(addMinutes(first, 5 * attempt), menteeZone);
    const request = {
      programId,
      mentorId,
      start,
      minutes: sessionMinutes,
      location: { kind: 'online' as const },
      note: noteFor('urgent', now),
    };
    const asked = await give(core, menteeId, ['booking.request', request], now);
    if (asked.ok) {
      const booking = fromJson<Booking>(asked.value.booking);
      const offer = { bookingId: booking.id, version: seenVersion(booking) };
      return (await give(core, mentorId, ['booking.accept', offer], now)).ok;
    }
    if (asked.code !== 'busy' && asked.code !== 'overlapping-request') return false;
  }
  return false;
}
