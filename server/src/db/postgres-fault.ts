/**
 * SQLSTATE of what passes when the work is run again: a serialisation failure, a deadlock, a lock
 * that was not to be had, and a key that somebody else wrote first.
 */
const passing = new Set(['40001', '40P01', '55P03', '23505']);

/**
 * The database is not there, or takes nothing now: no line to it (08), no room (53), shut down or
 * starting (57P), read-only (25006); then what the system says of a line that cannot be had.
 */
const gone =
  /^(08...|53...|57P0.|25006|ECONN(REFUSED|RESET)|ENOENT|EPIPE|ETIMEDOUT|E(HOST|NET)UNREACH|ENOTFOUND|EAI_AGAIN)$/;

/** How `pg` says that a line broke or was not to be had; these errors have no code. */
const broken =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded)/;

/** The SQLSTATE of an error of the database, or what the system calls a lost line; else null. */
export const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;

/** Two works met; run again, this one decides on what the other left. */
export const isPassing = (error: unknown): boolean => passing.has(codeOf(error) ?? '');

/** The database cannot be used now, whatever is asked of it; libraries may have wrapped that. */
export const isGone = (error: unknown): boolean =>
  error instanceof Error &&
  (gone.test(codeOf(error) ?? '') || broken.test(error.message) || isGone(error.cause));
