import type { Verdict } from '../outbox/verdict.ts';

/** What nodemailer throws. */
interface MailError {
  code?: string;
  command?: string;
  responseCode?: number;
  message?: string;
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
