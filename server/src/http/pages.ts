import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
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

const asBuilt = { brotli: true, gzip: true };

/** The built client: one page for every path, in the reader's language, and its files. */
export function createPages({ current, previous }: KeptPages): Pages {
  const options = {
    ...asBuilt,
    etag: true,
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
  const documents = new Map(tongues.map((tongue) => [tongue, documentOf(folder, tongue)]));
  return (request, response, next) => {
    documents.get(pageTongue(request.headers))?.(request, response, next);
  };
}

/**
 * Its tag is of what it says: by size and time, as files are tagged, two languages may be one, and a
 * browser would keep the wrong one.
 */
function documentOf(folder: string, tongue: Tongue): Handler {
  const content = readFileSync(join(folder, documentIn(tongue)));
  const tag = `W/"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
  const headers = {
    'Cache-Control': 'no-cache',
    'Content-Language': tongue,
    ETag: tag,
    Vary: 'Accept-Encoding, Accept-Language, Cookie',
  };
  const serve = sirv(folder, {
    ...asBuilt,
    single: documentIn(tongue),
    setHeaders: (response) => {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    },
  });
  return (request, response, next) => {
    if (request.headers['if-none-match'] === tag) response.writeHead(304, headers).end();
    else serve(request, response, next);
  };
}
