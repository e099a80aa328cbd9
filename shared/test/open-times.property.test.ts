import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkHours, nextOpenTime, openTimes, overlaps, toText } from '../src/index.ts';
import { slowOpenTimes } from './hours-oracle.ts';
import { timesAsked } from './hours-arbitraries.ts';

test('A1 A2 A3 A4 A5 A6 A8: the open times are those that the minutes say', () => {
  fc.assert(
    fc.property(timesAsked, (asked) => {
      expect(openTimes(asked).map(toText)).toEqual(slowOpenTimes(asked).map(toText));
    }),
    { numRuns: 250 },
  );
});

test('A1: whatever hours are drawn may be a mentor’s', () => {
  fc.assert(
    fc.property(timesAsked, ({ hours }) => {
      expect(checkHours(hours)).toEqual({ ok: true });
    }),
    { numRuns: 300 },
  );
});

test('B6 A4: no open time is over a held one, and the next one is the first', () => {
  fc.assert(
    fc.property(timesAsked, (asked) => {
      const starts = openTimes(asked);
      const [first = null] = starts;
      expect(nextOpenTime(asked)).toEqual(first);
      for (const startsAt of starts) {
        const session = { startsAt, endsAt: startsAt.add({ minutes: asked.duration }) };
        for (const held of [...asked.sessions, ...asked.taken])
          expect(overlaps(session, held)).toBe(false);
      }
    }),
    { numRuns: 300 },
  );
});

test('A6: a part of the time asked for has a part of the open times', () => {
  fc.assert(
    fc.property(timesAsked, fc.nat(2000), (asked, minutes) => {
      const from = asked.from.add({ minutes });
      const later = openTimes({ ...asked, from }).map(toText);
      const all = openTimes(asked).map(toText);
      expect(later).toEqual(all.filter((start) => start >= toText(from)));
    }),
    { numRuns: 300 },
  );
});
