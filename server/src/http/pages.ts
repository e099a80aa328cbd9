import type { IncomingMessage, ServerResponse } from 'node:http';
import { tongues, type Tongue } from '@confab/shared';
import type { HttpRefusal } from '@confab/shared/protocol';
import sirv from 'sirv';
import { pathOf } from './edge.ts';
import { documentIn, type KeptPages } from './kept-pages.ts';
import { pageTongue } from './tongue.ts';

/** Files under this path have their content's digest in their name. */
const hashed = '/_app/immutable/';

/** Answers with a page or a file, or says why it does not. */
export type Pages = (
  request: IncomingMessage,
  response: ServerResponse,
  refuse: (refusal: HttpRefusal) => void,
) => void;

const asBuilt = { etag: true, brotli: true, gzip: true };

/** The built client: one page for every path, in the reader's language, and its files. */
export function createPages({ current, previous }: KeptPages): Pages {
  const options = {
    ...asBuilt,
    setHeaders: (response: ServerResponse, path: string) => {
      const lasts = path.startsWith(hashed) ? 'public, max-age=31536000, immutable' : 'no-cache';
      response.setHeader('Cache-Control', lasts);
    },
  };
  const now = current && { files: sirv(current, options), documents: documentsIn(current) };
  const before = previous && sirv(previous, options);

  return (request, response, refuse) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return refuse({ code: 'method' });
    }
    const path = pathOf(request);
    if (!now) return refuse({ code: 'unavailable' });
    now.files(request, response, () => {
      now.documents(request, response, () => {
        if (!before || !path.startsWith(hashed)) return refuse({ code: 'not-found' });
        before(request, response, () => refuse({ code: 'not-found' }));
      });
    });
  };
}

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** The one page, for every path that is no file. What lies between keeps one for each language. */
function documentsIn(folder: string): Handler {
  const vary = 'Accept-Encoding, Accept-Language, Cookie';
  const document = (tongue: Tongue) =>
    sirv(folder, {
      ...asBuilt,
      single: documentIn(tongue),
      setHeaders: (response) => {
        response.setHeader('Cache-Control', 'no-cache');
        response.setHeader('Content-Language', tongue);
        response.setHeader('Vary', vary);
      },
    });
  const documents = new Map(tongues.map((tongue) => [tongue, document(tongue)]));
  return (request, response, next) => {
    // Also where the answer is only that nothing has changed.
    response.setHeader('Vary', vary);
    documents.get(pageTongue(request.headers))?.(request, response, () => {
      response.removeHeader('Vary');
      next();
    });
  };
}
