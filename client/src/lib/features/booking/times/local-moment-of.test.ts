import { expect, test } from 'vitest';
import { resolveLocal, Temporal } from '@confab/shared';
import { localMomentOf } from './local-moment-of.ts';

const zone = 'Europe/Lisbon';

test('B8: an open time where clocks go back says which of the two it is', () => {
  const [first, second] = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'].map((text) =>
    localMomentOf(Temporal.Instant.from(text), zone),
  );
  expect(first).toEqual({ date: '2026-10-25', time: '01:30', zone, which: 'earlier' });
  expect(second).toEqual({ date: '2026-10-25', time: '01:30', zone, which: 'later' });
});

test('B8: every quarter of a year is found again', () => {
  for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 45 * 60_000) {
    const instant = Temporal.Instant.fromEpochMilliseconds(at);
    const resolved = resolveLocal(localMomentOf(instant, zone));
    expect(resolved.ok && resolved.at.epochMilliseconds).toBe(at);
  }
});
