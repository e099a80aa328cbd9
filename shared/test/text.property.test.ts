import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromText, Temporal, toText } from '../src/index.ts';

/** Milliseconds between the years 1000 and 3000. */
const moments = fc
  .integer({ min: Date.UTC(1000, 0), max: Date.UTC(3000, 0) })
  .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));

test('D6: an instant is written as Temporal writes it, and read back as it was', () => {
  fc.assert(
    fc.property(moments, (instant) => {
      expect(toText(instant)).toBe(instant.toString({ smallestUnit: 'millisecond' }));
      expect(fromText(toText(instant)).epochMilliseconds).toBe(instant.epochMilliseconds);
    }),
  );
});

test('D6: the order of texts is the order of time', () => {
  fc.assert(
    fc.property(moments, moments, (one, other) => {
      const byTime = Temporal.Instant.compare(one, other);
      expect(Math.sign(byTime)).toBe(
        toText(one) < toText(other) ? -1 : toText(one) > toText(other) ? 1 : 0,
      );
    }),
  );
});
