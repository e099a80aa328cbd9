import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Width } from '../../src/wakeup/width.ts';

/** Begins batch after batch, each wake-up taking so long. */
function settled(each: number, begun = new Width()): Width {
  for (let n = 0; n < 60; n++) begun.took(begun.now, begun.now * each);
  return begun;
}

test('what is begun together takes about a sixtieth of a second, whatever each takes', () => {
  const lengths = fc.double({ min: 0.3, max: 15, noNaN: true });
  fc.assert(
    fc.property(lengths, lengths, (first, second) => {
      for (const width of [settled(first), settled(first, settled(second))]) {
        expect(width.now * first).toBeLessThanOrEqual(16 * 1.25 + first);
        expect(width.now).toBeGreaterThanOrEqual(1);
      }
    }),
  );
  expect(settled(0.01).now).toBe(64);
  expect(settled(1_000).now).toBe(1);
});

test('a few that were quick say nothing of many', () => {
  const width = settled(2);
  const { now } = width;
  width.took(1, 0.1);
  expect(width.now).toBe(now);
});
