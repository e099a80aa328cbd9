import type { IncomingMessage, RequestListener, Server as HttpServer } from 'node:http';
import type { Server as HttpsServer } from 'node:https';
import { mediaPath } from '@confab/shared';
import { Server } from 'socket.io';
import type { MediaNamespace } from './namespace.ts';

/** Bytes that one frame may have. */
const frameLimit = 64 * 1024;

/** Milliseconds within which a connection has to say what it wants. */
const patience = 10_000;

/** Where people's connections to a node arrive, by upgrade alone. */
export interface Door {
  namespace: MediaNamespace;
  /** Lets nobody in any more, and puts out whoever is there. */
  close(): void;
}

/**
 * Opens the door on an HTTP server that may have others.
 * @param allows whether a page may connect, by what the request says
 */
export function openDoor(
  http: HttpServer | HttpsServer,
  allows: (request: IncomingMessage) => boolean,
): Door {
  // Plain requests stay with whoever answers them.
  const answering = http.listeners('request') as RequestListener[];
  const io = new Server(http, {
    path: mediaPath,
    transports: ['websocket'],
    serveClient: false,
    maxHttpBufferSize: frameLimit,
    connectTimeout: patience,
    allowRequest: (request, decide) => {
      const fine = allows(request);
      decide(fine ? null : 'origin', fine);
    },
  });
  http.removeAllListeners('request');
  for (const listener of answering) http.on('request', listener);
  io.use((_, next) => next(new Error('There is nothing here')));
  return {
    namespace: io.of('/media'),
    close() {
      io.disconnectSockets(true);
      io.engine.close();
    },
  };
}
