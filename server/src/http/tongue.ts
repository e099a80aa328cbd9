import type { IncomingHttpHeaders } from 'node:http';
import { isTongue, tongueOf, type Tongue } from '@confab/shared';
import { tongueCookie } from '@confab/shared/protocol';

/** The language in which a browser gets its pages: the one it keeps, else what it asks for. */
export function pageTongue(headers: IncomingHttpHeaders): Tongue {
  const kept = (headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${tongueCookie}=`))
    ?.slice(tongueCookie.length + 1);
  return isTongue(kept) ? kept : tongueOf(wished(headers['accept-language'] ?? ''));
}

/** What `Accept-Language` names, the dearest first, without what it refuses. */
function wished(header: string): string[] {
  return header
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.split(';').map((one) => one.trim());
      const weight = rest.find((one) => one.startsWith('q='))?.slice(2);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}
