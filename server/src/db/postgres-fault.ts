/**
 * SQLSTATE of what passes when the work is run again: a serialisation failure, a deadlock, a lock
 * that was not to be had, and a key that somebody else wrote first.
 */
const passing = new Set(['40001', '40P01', '55P03', '23505']);

/** Why the database cannot be used now, whatever is asked of it. */
export type Absence = 'away' | 'refused' | 'crowded' | 'full' | 'read-only';

/** By SQLSTATE, or by what the system says of a line that cannot be had. */
const reasons: readonly (readonly [RegExp, Absence])[] = [
  // Not let in: another password, no such database, no right to a table.
  [/^(28...|3D000|42501)$/, 'refused'],
  [/^53300$/, 'crowded'],
  [/^53100$/, 'full'],
  [/^25006$/, 'read-only'],
  // No line to it (08), no memory (53), shut down or starting (57P).
  [/^(08...|53...|57P0.)$/, 'away'],
  [
    /^(ECONN(REFUSED|RESET)|ENOENT|EPIPE|ETIMEDOUT|E(HOST|NET)UNREACH|ENOTFOUND|EAI_AGAIN)$/,
    'away',
  ],
];

/** What is the matter, for the operator, and the mend. */
export const absences: Record<Absence, { wrong: string; mend: string }> = {
  away: {
    wrong: 'does not answer',
    mend: 'Start PostgreSQL, or see that DATABASE_URL is right',
  },
  refused: {
    wrong: 'does not let this server in',
    mend: 'See that its user, password and rights are those of DATABASE_URL, and that pg_hba.conf lets it in',
  },
  crowded: {
    wrong: 'has no line to spare',
    mend: 'Each server takes up to 20: raise max_connections, or the limit of this user or database',
  },
  full: {
    wrong: 'has no room on its disk',
    mend: 'Make room on the disk of PostgreSQL',
  },
  'read-only': {
    wrong: 'may only be read',
    mend: 'See that DATABASE_URL names the one that is written, and that default_transaction_read_only is off',
  },
};

/** How `pg` says that a line broke or was not to be had; these errors have no code. */
const broken =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded)/;

/** The SQLSTATE of an error of the database, or what the system calls a lost line; else null. */
export const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;

/** Two works met; run again, this one decides on what the other left. */
export const isPassing = (error: unknown): boolean => passing.has(codeOf(error) ?? '');

/** Why the database cannot be used, as this error says; libraries may have wrapped it. Else null. */
export function absenceOf(error: unknown): Absence | null {
  if (!(error instanceof Error)) return null;
  const code = codeOf(error) ?? '';
  const reason = reasons.find(([pattern]) => pattern.test(code))?.[1];
  return reason ?? (broken.test(error.message) ? 'away' : absenceOf(error.cause));
}
