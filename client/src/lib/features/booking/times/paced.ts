import { startGrid, type Instant } from '@confab/shared';

/** Minutes between the times that are shown. */
const pace = 30;
const minute = 60_000;

/**
 * Open starts come by the quarter; of those that follow each other, the first is shown and then one
 * each half hour. The others can be typed.
 *
 * @param starts in order
 */
export function paced(starts: readonly Instant[]): Instant[] {
  const shown: Instant[] = [];
  let before = -Infinity;
  let last = -Infinity;
  for (const start of starts) {
    const at = start.epochMilliseconds;
    const follows = at - before <= startGrid * minute;
    if (!follows || at - last >= pace * minute) {
      shown.push(start);
      last = at;
    }
    before = at;
  }
  return shown;
}
