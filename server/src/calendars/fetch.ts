import type { IncomingMessage } from 'node:http';
import type { SourceFault } from '@confab/shared';
import { allowance } from './allowance.ts';
import { ask } from './ask.ts';
import { bodyWithin, packings, TooLarge } from './body.ts';
import { checkedAddresses, resolveByDns, type Resolve } from './checked.ts';

/** What is known of a calendar, so that it is sent only if it has changed. */
export interface Known {
  etag: string | null;
  lastModified: string | null;
}

export type Fetched =
  | ({ kind: 'whole'; body: Uint8Array } & Known)
  | { kind: 'same' }
  | { kind: 'failed'; fault: SourceFault };

export type FetchCalendar = (address: string, known: Known) => Promise<Fetched>;

export interface FetchParts {
  /** What the operator allows beside public addresses. */
  hosts: readonly string[];
  resolve?: Resolve;
  /** Milliseconds for all of it. */
  patience?: number;
  /** Bytes of the calendar, unpacked. */
  most?: number;
}

/** How often a calendar may be somewhere else. */
const mostRedirects = 5;
const usualPatience = 15_000;
const usualMost = 5 * 1024 * 1024;

/**
 * Fetches calendars from where they may be asked for. Each step of the way is checked, and asked at
 * the very addresses that were. Never throws: what fails is told by a code, and nobody is shown
 * what was answered.
 */
export function fetchingCalendars(parts: FetchParts): FetchCalendar {
  const { hosts, resolve = resolveByDns, patience = usualPatience, most = usualMost } = parts;
  const allowed = allowance(hosts);

  const follow = async (address: string, known: Known, signal: AbortSignal): Promise<Fetched> => {
    let url = new URL(address);
    for (let steps = 0; steps <= mostRedirects; steps += 1) {
      const addresses = await checkedAddresses(url.hostname, allowed, resolve);
      if (!addresses) return failed('not-allowed');
      signal.throwIfAborted();
      const answer = await ask(url, addresses, headersFor(known), signal);
      const next = redirect(answer, url);
      if (next === undefined) return await taken(answer, most);
      answer.destroy();
      if (next === null) break;
      url = next;
    }
    return failed('led-astray');
  };

  return async (address, known) => {
    const signal = AbortSignal.timeout(patience);
    const late = new Promise<Fetched>((resolveLate) => {
      signal.addEventListener('abort', () => resolveLate(failed('too-slow')), { once: true });
    });
    const followed = follow(address, known, signal).catch((error: unknown): Fetched => {
      if (error instanceof TooLarge) return failed('too-large');
      return failed(signal.aborted ? 'too-slow' : 'unreachable');
    });
    // A name that is looked up does not heed the signal.
    return Promise.race([followed, late]);
  };
}

const failed = (fault: SourceFault): Fetched => ({ kind: 'failed', fault });

const headersFor = ({ etag, lastModified }: Known): Record<string, string> => ({
  Accept: 'text/calendar, text/plain;q=0.5, */*;q=0.1',
  'Accept-Encoding': packings,
  'User-Agent': 'Confab (reads when its mentors are busy)',
  ...(etag !== null && { 'If-None-Match': etag }),
  ...(lastModified !== null && { 'If-Modified-Since': lastModified }),
});

/** Where the answer leads on to; null where that may not be asked, undefined where it does not. */
function redirect({ statusCode = 0, headers }: IncomingMessage, from: URL): URL | null | undefined {
  if (![301, 302, 303, 307, 308].includes(statusCode)) return undefined;
  const { location = '' } = headers;
  if (location === '' || !URL.canParse(location, from.href)) return null;
  const url = new URL(location, from);
  // What was secret on the way does not become open.
  const kept = url.protocol === from.protocol || url.protocol === 'https:';
  return kept && url.username === '' && url.password === '' ? url : null;
}

async function taken(answer: IncomingMessage, most: number): Promise<Fetched> {
  const { statusCode = 0, headers } = answer;
  if (statusCode === 200) {
    const body = await bodyWithin(answer, most).finally(() => answer.destroy());
    const { etag = null, 'last-modified': lastModified = null } = headers;
    return { kind: 'whole', body, etag: short(etag), lastModified: short(lastModified) };
  }
  answer.destroy();
  if (statusCode === 304) return { kind: 'same' };
  if (statusCode === 401 || statusCode === 403) return failed('closed');
  return failed(statusCode === 404 || statusCode === 410 ? 'gone' : 'unreachable');
}

/** A tag that is kept: none that is longer than any needs to be. */
const short = (tag: string | null): string | null => (tag && tag.length <= 500 ? tag : null);
