/** What one of our own checks found: a file, where in it, and what to do about it. */
export interface Complaint {
  readonly file: string;
  readonly line?: number;
  readonly says: string;
}

/** Complaints as the console shows them, one a line. */
export const written = (complaints: readonly Complaint[]): string =>
  complaints
    .map(({ file, line, says }) => `  ${file}${line === undefined ? '' : `:${line}`}  ${says}`)
    .join('\n');
