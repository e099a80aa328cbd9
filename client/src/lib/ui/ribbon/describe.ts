import type { Instant } from '@confab/shared';
import { m } from '#lib/paraglide/messages.js';
import { city, clockTime, dayWord, fullDay, longWeekday } from '../time/words.ts';
import { clockChanges, type Range } from './geometry.ts';
import type { Mark, Track } from './marks.ts';

/** The ribbon in words: for who does not see it. */
export function describe(range: Range, tracks: Track[], marks: Mark[], now: Instant): string {
  const [first] = tracks;
  if (!first) return '';
  const zones = tracks.map((track) => track.zone);
  const says = [heading(range, zones, now)];
  for (const mark of marks) says.push(...sentences(mark, zones, now));
  for (const zone of new Set(zones)) {
    for (const change of clockChanges(range, zone)) {
      const hours = 24 - change.minutes / 60;
      const words = { city: city(zone), hours };
      says.push(change.minutes > 0 ? m.ribbon_forward(words) : m.ribbon_back(words));
    }
  }
  if (inside(range, now))
    says.push(m.ribbon_now({ time: inCities(zones, now, (z) => clockTime(now, z)) }));
  return says.join(' ');
}

const inside = ({ from, to }: Range, at: Instant) =>
  from.epochMilliseconds <= at.epochMilliseconds && at.epochMilliseconds < to.epochMilliseconds;

function heading(range: Range, zones: string[], now: Instant): string {
  const zone = zones[0] ?? 'UTC';
  const cities = [...new Set(zones.map(city))].reduce((a, b) => m.ribbon_and({ a, b }));
  const first = fullDay(range.from, zone, now);
  const last = fullDay(range.to.subtract({ seconds: 1 }), zone, now);
  return first === last
    ? m.ribbon_day({ day: first, cities })
    : m.ribbon_days({ first, last, cities });
}

/**
 * `10:00–10:45 in Helsinki and 13:30–14:15 in Kolkata`; one zone needs no city, and where it is
 * another day than in the first, that is said, too. @see B1
 */
function inCities(zones: string[], at: Instant, words: (zone: string) => string): string {
  const unlike = zones.filter((zone, index) => zones.indexOf(zone) === index);
  const [first = 'UTC'] = unlike;
  if (unlike.length <= 1) return words(first);
  const day = longWeekday(at, first);
  return unlike
    .map((zone) => {
      const own = longWeekday(at, zone);
      const time = own === day ? words(zone) : `${own} ${words(zone)}`;
      return m.time_in_city({ time, city: city(zone) });
    })
    .reduce((a, b) => m.ribbon_and({ a, b }));
}

function sentences(mark: Mark, zones: string[], now: Instant): string[] {
  const spans = (from: Instant, to: Instant) =>
    inCities(zones, from, (zone) => `${clockTime(from, zone)}–${clockTime(to, zone)}`);
  const zone = zones[0] ?? 'UTC';
  switch (mark.kind) {
    case 'session': {
      const times = spans(mark.startsAt, mark.endsAt);
      const what = mark.look === 'asked' ? m.ribbon_asked({ times }) : m.ribbon_session({ times });
      if (!mark.room) return [what];
      const from = clockTime(mark.room.opensAt, zone);
      return [what, m.ribbon_room({ from, to: clockTime(mark.room.closesAt, zone) })];
    }
    case 'proposal':
      return [m.ribbon_proposal({ times: spans(mark.startsAt, mark.endsAt) })];
    case 'clock': {
      const by = mark.respondBy;
      const time = (z: string) =>
        z === zone
          ? m.time_day_at({ day: dayWord(by, z, now), time: clockTime(by, z) })
          : clockTime(by, z);
      return [m.ribbon_clock({ time: inCities(zones, by, time) })];
    }
    case 'held':
      return [m.ribbon_held({ times: spans(mark.startsAt, mark.endsAt) })];
    case 'open':
      return [];
  }
}
