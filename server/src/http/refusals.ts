import type { HttpRefusal } from '@confab/shared/protocol';

type Code = HttpRefusal['code'];
type Says = { [C in Code]: string | ((refusal: Extract<HttpRefusal, { code: C }>) => string) };

/** A sentence for people for every code. */
const sentences: Says = {
  malformed: ({ field }) =>
    field ? `The field “${field}” is not as it should be.` : 'This is not what is expected here.',
  'unknown-call': 'Confab does not know this call.',
  'not-found': 'There is nothing here.',
  forbidden: 'You may not do this.',
  'signed-out': 'Sign in first.',
  'old-version': 'Reload the page for the new version.',
  'too-many': 'That was too often. Wait a little, then try again.',
  'command-id-used': 'This was asked before, for something else.',
  'conversation-closed': 'This conversation is closed.',
  invitation: 'This invitation is not valid any more. Ask for a new one.',
  'bad-zone': 'Confab does not know this time zone.',
  'push-service': 'This browser’s push service is not one that is used here.',
  hours: 'These hours contradict themselves.',
  'calendar-address': 'This is not the address of a calendar.',
  'busy-times': 'These busy times cannot be.',
  'too-many-calendars': 'There are as many calendars as one mentor may have.',
  'stale-note': 'This note has been changed elsewhere.',
  'room-closed': 'This room is not open.',
  damaged: 'The record of this is damaged. Please tell the people who run Confab.',
  unavailable: 'Confab is not ready. Try again in a moment.',
  'sign-in-failed': 'This e-mail address and password do not belong together.',
  'password-short': ({ least }) => `A password needs at least ${least} characters.`,
  'password-long': ({ most }) => `A password may have at most ${most} characters.`,
  'email-taken': 'There is an account with this e-mail address already. Sign in instead.',
  'setup-code': 'This is not the code on the server’s console.',
  'setup-done': 'Confab is set up already. Sign in instead.',
  'link-altered': 'This link is not as it was sent. Open it from the letter once more, or sign in.',
  'link-expired': 'The time for this answer is over.',
  'link-used': 'You have answered this already.',
  'link-overtaken':
    'This has been answered or changed in another way. Sign in to see how it stands.',
  'link-busy': 'Another session has taken this time. Sign in to propose another.',
  host: ({ at }) => `Confab answers only at ${at.join(' and ')}.`,
  origin: 'This request does not come from a page of Confab.',
  forwarded: 'The demo answers only directly, on this machine.',
  method: 'This cannot be asked in this way.',
  'too-large': ({ most }) => `This is more than the ${most} bytes that fit.`,
};

function says(refusal: HttpRefusal): string {
  const sentence = sentences[refusal.code] as string | ((refusal: HttpRefusal) => string);
  return typeof sentence === 'string' ? sentence : sentence(refusal);
}

const statuses: Partial<Record<Code, number>> = {
  'not-found': 404,
  invitation: 404,
  forbidden: 403,
  origin: 403,
  forwarded: 403,
  'setup-code': 403,
  'signed-out': 401,
  'sign-in-failed': 401,
  'email-taken': 409,
  'setup-done': 409,
  'link-altered': 404,
  'link-expired': 410,
  'link-used': 410,
  'link-overtaken': 409,
  'link-busy': 409,
  host: 421,
  method: 405,
  'too-large': 413,
  'too-many': 429,
  damaged: 500,
  unavailable: 503,
};

/**
 * The status, headers and text with which a refusal is answered.
 * @param toPerson somebody opened the address in a browser: the sentence alone
 */
export function refusalAnswer(
  refusal: HttpRefusal,
  toPerson = false,
): {
  status: number;
  headers: Record<string, string>;
  body: string;
} {
  const retry = refusal.code === 'too-many' && Math.ceil(refusal.retryAfterMs / 1000);
  return {
    status: statuses[refusal.code] ?? 400,
    headers: {
      'Content-Type': `${toPerson ? 'text/plain' : 'application/json'}; charset=utf-8`,
      'Cache-Control': 'no-store',
      ...(retry !== false && { 'Retry-After': String(retry) }),
    },
    // Said last, so that nothing in a refusal passes itself off as the answer's own words.
    body: toPerson
      ? `${says(refusal)}\n`
      : JSON.stringify({ ...refusal, ok: false, says: says(refusal) }),
  };
}
