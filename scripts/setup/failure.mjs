// @ts-check

/** Why set-up cannot go on, and what mends it: one sentence each, for the person at the console. */
export class SetUpFailure extends Error {
  /**
   * @param {string} cause
   * @param {string} mend
   */
  constructor(cause, mend) {
    super(`${cause}\n${mend}`);
    this.name = 'SetUpFailure';
  }
}

/**
 * Runs a command-line entry; a failure is told calmly, without a stack unless it is a bug.
 *
 * @param {() => Promise<void>} entry
 * @returns {Promise<boolean>} whether it went well
 */
export async function orSayWhy(entry) {
  try {
    await entry();
    return true;
  } catch (error) {
    const known = error instanceof SetUpFailure;
    console.error(known ? `\nConfab could not be set up.\n${error.message}` : error);
    process.exitCode = 1;
    return false;
  }
}
