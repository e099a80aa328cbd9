import type { RequestListener } from 'node:http';
import { Server } from 'socket.io';
import type { ClientToServer, ServerToClient } from '@confab/shared/protocol';
import type { DirectoryChange } from '../command/context.ts';
import type { Grown } from '../feed/grown.ts';
import { attach } from './connection.ts';
import type { Notice } from './notice.ts';
import { listenToOthers, type BetweenServers } from './others.ts';
import type { GatewayParts } from './parts.ts';
import { Windows } from './windows.ts';

/** Bytes that one frame may have. */
const frameLimit = 64 * 1024;

export interface Gateway {
  /** Pushes to the open windows of these people what is new in their feeds. */
  push(grown: Grown): void;
  /** Has this person a window here that is pushed what happens? */
  watches(personId: string): boolean;
  /** Tells the open windows of those who may see it. */
  directoryChanged(change: DirectoryChange): void;
  /** Ends the sockets of a session, or of all of a person's. */
  cut(whom: { sessionId: string } | { personId: string }): void;
  /** Tells every window the time: the server's clock was set. */
  tellTime(): void;
  connections(): number;
  /** Refuses newcomers, finishes what was begun, disconnects. */
  close(): Promise<void>;
}

/** The sockets: who they are is checked at connect and remembered until revoked. */
export function createGateway(parts: GatewayParts): Gateway {
  // Sockets come by upgrade alone: plain requests stay with whoever answers pages.
  const answering = parts.http.listeners('request') as RequestListener[];
  const io = new Server<ClientToServer, ServerToClient, BetweenServers>(parts.http, {
    ...(parts.neighbours && { adapter: parts.neighbours.servers.adapter }),
    transports: ['websocket'],
    maxHttpBufferSize: frameLimit,
    serveClient: false,
    allowRequest: (request, decide) => {
      const fine = parts.entrance.allowedOrigin(request);
      decide(fine ? null : 'origin', fine);
    },
  });
  parts.http.removeAllListeners('request');
  for (const listener of answering) parts.http.on('request', listener);
  const windows = new Windows();
  const inFlight = new Set<Promise<unknown>>();

  /** How often sessions have ended: one that did while its socket was on the way was not there to be cut. */
  let cuts = 0;
  io.use((socket, next) => {
    const before = cuts;
    parts.entrance
      .sessionOf(socket.request.headers)
      .then((session) => {
        if (!session) return next(refusal('signed-out'));
        Object.assign(socket.data as object, session, { cuts: before });
        next();
      })
      .catch((error: unknown) => {
        parts.failed(error);
        next(refusal('unavailable'));
      });
  });

  let closing = false;
  io.on('connection', (socket) => {
    const { cuts: before, ...session } = socket.data as Came;
    const connection = attach(socket, session, parts, (work) => {
      inFlight.add(work);
      void work.finally(() => inFlight.delete(work));
    });
    windows.add(connection);
    if (closing) connection.rest();
    socket.on('disconnect', () => {
      windows.delete(connection);
    });
    if (before === cuts) return;
    parts.entrance
      .sessionOf(socket.request.headers)
      .then((still) => {
        if (!still) connection.signOut();
      })
      .catch(parts.failed);
  });

  const apply = (notice: Notice): void => {
    switch (notice.kind) {
      case 'grown':
        for (const one of windows.of(notice.personIds)) one.outbox.poke();
        break;
      case 'directory': {
        const { programId, version, personIds } = notice.change;
        for (const one of windows.of(personIds)) one.directoryChanged(programId, version);
        break;
      }
      case 'cut': {
        const { whom } = notice;
        cuts++;
        const meant =
          'sessionId' in whom
            ? [...windows].filter(({ sessionId }) => sessionId === whom.sessionId)
            : windows.of([whom.personId]);
        for (const one of meant) one.signOut();
        break;
      }
      case 'missed':
        others?.lookSoon();
    }
  };
  const others =
    parts.neighbours && listenToOthers(io, parts.neighbours, windows, apply, parts.failed);
  const everywhere = (notice: Notice): void => {
    apply(notice);
    others?.tell(notice);
  };

  return {
    push(grown) {
      for (const [personId, events] of grown)
        for (const { outbox } of windows.ofOne(personId))
          if (events) outbox.offer(events);
          else outbox.poke();
      others?.tell({ kind: 'grown', personIds: [...grown.keys()] });
    },
    watches: (personId) =>
      windows
        .ofOne(personId)
        .values()
        .some(({ outbox }) => outbox.live),
    directoryChanged: (change) => everywhere({ kind: 'directory', change }),
    cut: (whom) => everywhere({ kind: 'cut', whom }),
    tellTime() {
      io.local.emit('clock', parts.clock().epochMilliseconds);
    },
    connections: () => windows.size,
    async close() {
      closing = true;
      for (const connection of windows) connection.rest();
      await Promise.allSettled(inFlight);
      await others?.[Symbol.asyncDispose]();
      await io.close();
    },
  };
}

/** What a socket has with it from the door. */
interface Came {
  sessionId: string;
  personId: string;
  cuts: number;
}

const refusal = (code: string): Error => Object.assign(new Error(code), { data: { code } });
