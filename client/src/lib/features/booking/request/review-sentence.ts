import type { Instant, Location } from '@confab/shared';
import { m } from '#lib/paraglide/messages.js';
import { city, clockTime, minutesInWords, moment } from '#lib/ui/time/words.ts';
import { placeWords } from '../words/place.ts';
import { calledName, type Viewpoint } from '../words/viewpoint.ts';
import { sameWallTime, theirTime, whenForBoth, whenIn } from '../words/when.ts';

/** What is asked for, to be read aloud. */
export function reviewSentence(
  { minutes, location }: { minutes: number; location: Location },
  startsAt: Instant,
  viewpoint: Viewpoint,
  now: Instant,
): string {
  const words = {
    name: calledName(viewpoint.other.name),
    duration: minutesInWords(minutes),
    when: whenForBoth(startsAt, viewpoint, now),
  };
  switch (location.kind) {
    case 'online':
      return m.booking_review_online(words);
    case 'in-person':
      return m.booking_review_in_person({ ...words, place: location.place });
    case 'other':
      return m.booking_review_other({ ...words, kind: placeWords(location) });
  }
}

/** Until when the answer comes, in both zones where they differ. */
export function answerSentence(
  respondBy: Instant,
  { zone, other }: Viewpoint,
  now: Instant,
): string {
  const name = calledName(other.name);
  const when = moment(respondBy, zone, now);
  if (sameWallTime(respondBy, zone, other.zone)) return m.booking_review_answer({ name, when });
  const theirs = theirTime(respondBy, zone, other.zone);
  return m.booking_review_answer_also({ name, when, theirs, city: city(other.zone) });
}

export const roomSentence = (
  { opensAt, closesAt }: { opensAt: Instant; closesAt: Instant },
  zone: string,
  now: Instant,
): string =>
  m.booking_review_room({
    opens: whenIn(opensAt, zone, now),
    closes: clockTime(closesAt, zone),
  });
