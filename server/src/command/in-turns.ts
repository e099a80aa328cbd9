import { setImmediate as others } from 'node:timers/promises';

/** Milliseconds at a stretch. */
const stretch = 4;

/**
 * Works something out for each, and lets everything else of this process have its turn in between.
 * Never inside a transaction: everybody would wait for it all the same.
 */
export async function inTurns<One, Found>(
  all: Iterable<One>,
  work: (one: One) => Found,
): Promise<Found[]> {
  const found: Found[] = [];
  let until = 0;
  for (const one of all) {
    if (performance.now() >= until) {
      await others();
      until = performance.now() + stretch;
    }
    found.push(work(one));
  }
  return found;
}
