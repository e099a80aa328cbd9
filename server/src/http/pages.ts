import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpRefusal } from '@confab/shared/protocol';
import sirv from 'sirv';
import { pathOf } from './edge.ts';
import type { KeptPages } from './kept-pages.ts';

/** Files under this path have their content's digest in their name. */
const hashed = '/_app/immutable/';

/** Answers with a page or a file, or says why it does not. */
export type Pages = (
  request: IncomingMessage,
  response: ServerResponse,
  refuse: (refusal: HttpRefusal) => void,
) => void;

/** The built client: one page for every path, and its files. */
export function createPages({ current, previous }: KeptPages): Pages {
  const options = {
    etag: true,
    brotli: true,
    gzip: true,
    setHeaders: (response: ServerResponse, path: string) => {
      const lasts = path.startsWith(hashed) ? 'public, max-age=31536000, immutable' : 'no-cache';
      response.setHeader('Cache-Control', lasts);
    },
  };
  const now = current && sirv(current, { ...options, single: 'index.html' });
  const before = previous && sirv(previous, options);

  return (request, response, refuse) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return refuse({ code: 'method' });
    }
    const path = pathOf(request);
    if (!now) return refuse({ code: 'unavailable' });
    now(request, response, () => {
      if (!before || !path.startsWith(hashed)) return refuse({ code: 'not-found' });
      before(request, response, () => refuse({ code: 'not-found' }));
    });
  };
}
