/**
 * SQLSTATE of what passes when the work is run again: a serialisation failure, a deadlock, a lock
 * that was not to be had, and a key that somebody else wrote first.
 */
const passing = new Set(['40001', '40P01', '55P03', '23505']);

/** The SQLSTATE of an error of the database, or what the system calls a lost line; else null. */
export const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;

/** Two works met; run again, this one decides on what the other left. */
export const isPassing = (error: unknown): boolean => passing.has(codeOf(error) ?? '');
