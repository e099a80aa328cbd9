import type { Instant } from '@confab/shared';

/** Milliseconds by which the clock may differ from a steady one before windows are told. */
const tolerance = 500;

/**
 * Notices when the clock was set, and says so. Owns its timer.
 * @param wasSet is told by how many milliseconds; less than none: back
 */
export function watchClock(clock: () => Instant, wasSet: (by: number) => void): Disposable {
  const apart = () => clock().epochMilliseconds - performance.now();
  let known = apart();
  const timer = setInterval(() => {
    const now = apart();
    if (Math.abs(now - known) > tolerance) wasSet(now - known);
    known = now;
  }, 1_000);
  timer.unref();
  return {
    [Symbol.dispose]() {
      clearInterval(timer);
    },
  };
}
