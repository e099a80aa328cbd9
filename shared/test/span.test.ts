import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { clipped, joined, without, type Span } from '../src/time/span.ts';

/** Stretches on a line of sixty steps: in any order, some empty, some over others. */
const spans: fc.Arbitrary<Span[]> = fc.array(
  fc.tuple(fc.nat(60), fc.nat(12)).map(([from, length]) => ({ from, to: from + length })),
  { maxLength: 12 },
);

const steps = Array.from({ length: 80 }, (_, at) => at);
const holds = (all: readonly Span[], at: number) =>
  all.some(({ from, to }) => from <= at && at < to);

/** None is empty, and each begins after the one before it has ended. */
const isInOrder = (all: Span[], apart: number) =>
  all.every(({ from, to }, index) => {
    const before = all[index - 1];
    return from < to && (!before || from - before.to >= apart);
  });

test('A2: hours that touch or overlap are one', () => {
  const joins = (...all: [number, number][]) =>
    joined(all.map(([from, to]) => ({ from, to }))).map(({ from, to }) => [from, to]);
  expect(joins([3, 5], [1, 3])).toEqual([[1, 5]]);
  expect(joins([1, 9], [2, 3], [10, 11])).toEqual([
    [1, 9],
    [10, 11],
  ]);
  expect(joins([4, 4])).toEqual([]);
  fc.assert(
    fc.property(spans, (all) => {
      const one = joined(all);
      expect(isInOrder(one, 1)).toBe(true);
      for (const at of steps) expect(holds(one, at)).toBe(holds(all, at));
    }),
  );
});

test('A4: what is left is what lies in the hours and in nothing that is taken', () => {
  fc.assert(
    fc.property(spans.map(joined), spans.map(joined), (all, others) => {
      const left = without(all, others);
      expect(isInOrder(left, 1)).toBe(true);
      for (const at of steps) expect(holds(left, at)).toBe(holds(all, at) && !holds(others, at));
    }),
    { numRuns: 300 },
  );
});

test('A8: what lies within a span is cut at its ends', () => {
  fc.assert(
    fc.property(spans.map(joined), fc.nat(60), fc.nat(30), (all, from, length) => {
      const within = { from, to: from + length };
      const cut = clipped(all, within);
      expect(isInOrder(cut, 1)).toBe(true);
      for (const at of steps) expect(holds(cut, at)).toBe(holds(all, at) && holds([within], at));
    }),
    { numRuns: 300 },
  );
});
