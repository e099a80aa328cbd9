import {
  createServer,
  type IncomingMessage,
  type Server as HttpServer,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer, type Server as HttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { Logger } from 'pino';
import type { HttpRefusal } from '@confab/shared/protocol';
import type { Config, Fault } from '../config/config.ts';
import { createApi, type ApiParts } from './api/app.ts';
import { calendarFolder } from './api/calendar.ts';
import { answerBroken } from './broken.ts';
import { createEdge, pathOf, type Edge } from './edge.ts';
import { keepPages } from './kept-pages.ts';
import { listenOn } from './listen.ts';
import { createPages } from './pages.ts';
import { refusalAnswer } from './refusals.ts';
import { securityHeaders } from './security-headers.ts';
import { watchTraffic } from './traffic.ts';

export interface HttpParts extends Omit<ApiParts, 'edge' | 'metricsToken' | 'mediaHere'> {
  config: Config;
  /** Folder with the built client. */
  build: string;
  log: Pick<Logger, 'info' | 'debug'>;
}

export interface Http {
  /** For socket.io to attach to. */
  server: HttpServer | HttpsServer;
  edge: Edge;
  listen(): Promise<{ ok: true; port: number } | { ok: false; fault: Fault }>;
  /** Takes no more requests, lets the running ones end. */
  close(): Promise<void>;
}

/** Milliseconds for a request's headers, and for the whole of it. */
const headersTimeout = 10_000;
const requestTimeout = 30_000;
/** Milliseconds that running requests have once Confab closes. */
const closingTimeout = 5_000;

/** Pages, accounts, health and metrics on one port. */
export function createHttp(parts: HttpParts): Http {
  const { config, log } = parts;
  const handle = (request: IncomingMessage, response: ServerResponse) => answer(request, response);
  const limits = { headersTimeout, requestTimeout };
  const server = config.tls
    ? createTlsServer({ ...limits, ...config.tls }, handle)
    : createServer(limits, handle);
  server.on('clientError', answerBroken);

  const edge = createEdge(
    config,
    () => (server.address() as AddressInfo | null)?.port ?? config.port,
  );
  const api = createApi({
    ...parts,
    edge,
    metricsToken: config.metricsToken,
    mediaHere: config.nodes.length === 0,
  });
  const askApi = getRequestListener(
    (request, bindings) => api.fetch(request, bindings as Parameters<typeof api.fetch>[1]),
    { overrideGlobalObjects: false },
  );
  const pages = createPages(keepPages(parts.build, join(config.dataDir, 'pages')));
  const watch = watchTraffic(log, parts.registry, api.known);

  let closing = false;
  let closeDoors = () => {};

  function answer(request: IncomingMessage, response: ServerResponse): void {
    watch(request, response);
    response.once('close', () => {
      if (closing) setImmediate(() => server.closeIdleConnections());
    });
    for (const [name, value] of Object.entries(
      securityHeaders(edge.originOf(request), config.nodes),
    ))
      response.setHeader(name, value);
    const refusal = edge.refuses(request);
    const path = pathOf(request);
    if (refusal) refuse(request, response, refusal);
    else if (isForApi(path) || api.known.has(path)) void askApi(request, response);
    else pages(request, response, (why) => refuse(request, response, why));
  }

  return {
    server,
    edge,
    async listen() {
      const listening = await listenOn(server, config.hosts, config.port);
      if (!listening.ok) return listening;
      closeDoors = listening.close;
      return { ok: true, port: listening.port };
    },
    close: () =>
      new Promise((done) => {
        closing = true;
        const patience = setTimeout(() => server.closeAllConnections(), closingTimeout);
        const closed = () => {
          clearTimeout(patience);
          done();
        };
        if (server.listening) server.once('close', closed);
        else closed();
        closeDoors();
      }),
  };
}

const isForApi = (path: string): boolean =>
  path === '/api' || path.startsWith('/api/') || path.startsWith(calendarFolder);

/** The rest of such a request is not read. */
function refuse(request: IncomingMessage, response: ServerResponse, refusal: HttpRefusal): void {
  const toPerson = request.headers.accept?.includes('text/html');
  const { status, headers, body } = refusalAnswer(refusal, toPerson);
  response.writeHead(status, { ...headers, Connection: 'close' });
  response.end(body);
}
