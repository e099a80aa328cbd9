import type { Verdict } from '../outbox/verdict.ts';
import { PushRefused } from './push.ts';

/** What a failed attempt to push means. */
export function verdictOn(error: unknown): Verdict {
  if (!(error instanceof PushRefused)) {
    const { code = 'unknown' } = error as { code?: string };
    // What Node itself takes for wrong is wrong with this one push; else the way there is.
    return { means: /^(ERR_|unknown)/.test(code) ? 'never' : 'away', fault: code };
  }
  const { status, wait, message: fault } = error;
  const told = { fault, ...(wait !== undefined && { wait }) };
  if (status === 404 || status === 410) return { means: 'nobody', fault };
  // Too much for one device is not too much for all.
  if (status === 429) return { means: 'later', ...told };
  // A redirection is followed nowhere.
  return status >= 500 ? { means: 'away', ...told } : { means: 'never', fault };
}
