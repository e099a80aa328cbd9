import type { Db } from './database.ts';
import { unknownSteps } from './migrate.ts';

/** Milliseconds between two looks. */
const every = 2_000;

/**
 * Looks whether a newer Confab has brought the store up to date meanwhile, which this one does not
 * understand any more. Owns its timer.
 * @param found is told the steps, once
 */
export function watchOutdated(db: Db, found: (steps: readonly string[]) => void): Disposable {
  let told = false;
  const timer = setInterval(() => {
    void unknownSteps(db).then((steps) => {
      if (steps.length === 0 || told) return;
      told = true;
      found(steps);
    });
  }, every);
  return {
    [Symbol.dispose]() {
      clearInterval(timer);
    },
  };
}
