/** What nodemailer throws. */
interface MailError {
  code?: string;
  command?: string;
  responseCode?: number;
  message?: string;
}

/**
 * What a failed attempt means. `away`: the mail server, or our way to it, for any letter. `later`:
 * this letter, for now. `never`: this letter, for good.
 */
export interface Verdict {
  means: 'away' | 'later' | 'never';
  /** For the operator: what happened, without addresses. */
  fault: string;
}

/** Steps at which the mail server speaks of this one letter. */
const aboutTheLetter = new Set(['RCPT TO', 'DATA']);

export function verdictOn(error: unknown): Verdict {
  const { code = 'unknown', command = 'CONN', responseCode } = error as MailError;
  const said = responseCode === undefined ? '' : `, answered ${String(responseCode)}`;
  const fault = `${code} at ${command}${said}`;
  if (responseCode === undefined) return { means: hasBegun(command) ? 'later' : 'away', fault };
  if (responseCode === 421 || !aboutTheLetter.has(command)) return { means: 'away', fault };
  return { means: responseCode < 500 ? 'later' : 'never', fault };
}

/** The connection ended while a letter was under way: it may be the letter that the server dies of. */
const hasBegun = (command: string): boolean =>
  command === 'MAIL FROM' || aboutTheLetter.has(command);
