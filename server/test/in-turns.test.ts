import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inTurns } from '../src/command/in-turns.ts';

/** Keeps the event loop for longer than anything may at a stretch. */
function dawdle(): void {
  const until = performance.now() + 5;
  while (performance.now() < until);
}

test('what is long is found in order, and others have their turn before each that is long', async () => {
  let turns = 0;
  const done = new AbortController();
  const others = (async () => {
    for (; !done.signal.aborted; turns++) await turnOfTheLoop();
  })();
  const found = await inTurns([1, 2, 3, 4], (one) => {
    dawdle();
    return [one, turns];
  });
  done.abort();
  await others;
  expect(found.map(([one]) => one)).toEqual([1, 2, 3, 4]);
  const before = found.map(([, turn]) => turn);
  expect(new Set(before).size).toBe(4);
  expect(before[0]).toBeGreaterThan(0);
});

test('what throws ends it; of nothing nothing is found', async () => {
  const lost = inTurns([1], () => {
    throw new Error('lost');
  });
  await expect(lost).rejects.toThrow('lost');
  expect(await inTurns([], dawdle)).toEqual([]);
});
