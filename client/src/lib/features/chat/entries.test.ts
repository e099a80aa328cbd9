import type { MessageView } from '@confab/shared/protocol';
import { describe, expect, test } from 'vitest';
import { hasOlder, joined } from './entries.ts';

const entry = (seq: number, text = ''): MessageView => ({
  id: `id-${String(seq)}`,
  seq,
  sentAt: '2026-11-24T10:00:00.000Z',
  kind: 'text',
  author: 'a',
  text,
});
const run = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => entry(from + index));
const numbers = (entries: MessageView[]) => entries.map((one) => one.seq);

describe('joining entries', () => {
  test('C2: each comes once, in the server’s order', () => {
    expect(numbers(joined(run(3, 6), run(5, 8)))).toEqual([3, 4, 5, 6, 7, 8]);
    expect(numbers(joined(run(41, 60), run(1, 40)))).toEqual(numbers(run(1, 60)));
  });

  test('C3: a changed entry takes the place of the old one', () => {
    expect(joined(run(1, 3), [entry(2, 'mended')])[1]).toEqual(entry(2, 'mended'));
  });

  test('where some were missed, only the newest unbroken run is kept', () => {
    expect(numbers(joined(run(1, 20), run(31, 50)))).toEqual(numbers(run(31, 50)));
  });

  test('older ones exist unless the first is number 1', () => {
    expect(hasOlder(run(2, 3))).toBe(true);
    expect(hasOlder(run(1, 3))).toBe(false);
    expect(hasOlder([])).toBe(false);
  });
});
