import type { LookupAddress } from 'node:dns';
import { request as plainly, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as securely } from 'node:https';
import type { LookupFunction } from 'node:net';

/**
 * Asks once, at exactly these addresses, whatever the name stands for meanwhile. Nothing is kept
 * between two requests: no connection, no cookie.
 *
 * @throws Error where there is no answer
 */
export function ask(
  url: URL,
  addresses: readonly LookupAddress[],
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const lookup: LookupFunction = (_host, { all }, done) => {
    const [first] = addresses;
    if (all) done(null, [...addresses]);
    else if (first) done(null, first.address, first.family);
    else done(new Error('no address'), '');
  };
  const options: RequestOptions = { agent: false, lookup, headers, signal, maxHeaderSize: 16_384 };
  const request = url.protocol === 'https:' ? securely : plainly;
  return new Promise((resolve, reject) => {
    // It may fail more than once, also after its answer has begun.
    request(url, options, resolve).on('error', reject).end();
  });
}
