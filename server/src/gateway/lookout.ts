import type { DirectoryChange } from '../command/context.ts';

/** What a server looks up in the store that others may not have been able to tell it. */
export interface LookUp {
  /** How far the feeds of these people go. */
  heads(personIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Those of these sessions that have ended. */
  ended(sessionIds: readonly string[]): Promise<readonly string[]>;
  /** The directories that have changed since this was asked last. */
  directories(): Promise<readonly DirectoryChange[]>;
}

/** How often the store is looked into. */
export interface LookoutPace {
  /** Milliseconds between looks while the others cannot be heard. */
  turn: number;
  /** While they can, so many times that. */
  calm: number;
}

export const usualPace: LookoutPace = { turn: 1_000, calm: 15 };

/**
 * Looks again and again: at every turn while the others cannot be heard and shortly after, else now
 * and then, for one of them may be unable to speak. Owns its timer.
 */
export function keepLookout(
  heard: () => boolean,
  look: () => Promise<void>,
  failed: (error: unknown) => void,
  { turn, calm }: LookoutPace,
): AsyncDisposable & { soon: () => void } {
  let turns = 0;
  let uneasy = 0;
  let looking: Promise<void> = Promise.resolve();
  let busy = false;
  const timer = setInterval(() => {
    turns++;
    if (!heard()) uneasy = 3;
    if ((uneasy === 0 && turns % calm > 0) || busy) return;
    uneasy = Math.max(0, uneasy - 1);
    busy = true;
    looking = look()
      .catch(failed)
      .finally(() => {
        busy = false;
      });
  }, turn);
  return {
    /** At the next turns in any case. */
    soon() {
      uneasy = 2;
    },
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      await looking;
    },
  };
}
