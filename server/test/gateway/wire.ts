import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import {
  protocolVersion,
  type Answer,
  type ClientToServer,
  type CommandName,
  type FeedEvent,
  type ServerToClient,
} from '@confab/shared/protocol';
import { createGateway, type Gateway } from '../../src/gateway/gateway.ts';
import type { GatewayParts } from '../../src/gateway/parts.ts';
import { createLimits } from '../../src/gateway/limits.ts';
import type { Stage } from '../stage/stage.ts';

export type Window = Socket<ServerToClient, ClientToServer>;

/** The stage behind real sockets. Whoever says `x-person: id` is that person; accounts are tested elsewhere. */
export interface Wire extends AsyncDisposable {
  gateway: Gateway;
  port: number;
  /** Ends this person's sessions as soon as their next socket has been let in, before it is there. */
  endOnTheWay(personId: string): void;
  /** Opens a window of this person's. */
  window(personId: string, headers?: Record<string, string>): Window;
}

export async function wire(
  stage: Stage,
  limits = createLimits(),
  neighbours: GatewayParts['neighbours'] = null,
): Promise<Wire> {
  const http = createServer();
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  const origin = `http://127.0.0.1:${String(port)}`;
  const ended = new Set<string>();
  let asked = () => undefined as void;
  const gateway = createGateway({
    http,
    entrance: {
      sessionOf: (headers) => {
        const personId = ended.has(String(headers['x-person'])) ? '' : headers['x-person'];
        asked();
        return Promise.resolve(
          typeof personId === 'string' && personId !== ''
            ? { sessionId: `of-${personId}`, personId }
            : null,
        );
      },
      allowedOrigin: (request) => request.headers.origin === origin,
    },
    dispatch: stage.core.dispatch,
    readFeed: stage.core.readFeed,
    limits,
    neighbours,
    clock: () => stage.now,
    failed: (error) => void stage.failures.push(error),
  });
  stage.pushed = (grown) => {
    gateway.push(grown);
  };
  stage.watches = (personId) => gateway.watches(personId);
  stage.directoryChanged = (change) => {
    gateway.directoryChanged(change);
  };
  const windows: Window[] = [];
  return {
    gateway,
    port,
    endOnTheWay(personId) {
      asked = () => {
        queueMicrotask(() => {
          ended.add(personId);
          gateway.cut({ personId });
        });
      };
    },
    window(personId, headers = {}) {
      const window: Window = io(origin, {
        transports: ['websocket'],
        forceNew: true,
        reconnection: false,
        extraHeaders: { origin, 'x-person': personId, ...headers },
      });
      windows.push(window);
      return window;
    },
    async [Symbol.asyncDispose]() {
      for (const window of windows) window.disconnect();
      await gateway.close();
      http.close();
    },
  };
}

/**
 * Gives a command at a window.
 * @param seqs told, in its turn, of what comes with the answer of the feed
 * @returns the answer, and what came with it
 */
export const given = (
  window: Window,
  name: CommandName,
  input: unknown,
  seqs: number[] = [],
): Promise<{ answer: Answer<unknown>; events: FeedEvent[] }> =>
  new Promise((resolve) => {
    window.emit('command', name, randomUUID(), input, (answer, events = []) => {
      seqs.push(...events.map(({ seq }) => seq));
      resolve({ answer, events });
    });
  });

/** What a window holds after resuming: a live list of the events pushed to it. */
export async function resumed(window: Window, after: number | null = null) {
  const seqs: number[] = [];
  window.on('feed', (events) => void seqs.push(...events.map((event) => event.seq)));
  const answer = await window.emitWithAck('query', 'live.resume', {
    protocol: protocolVersion,
    after,
  });
  return { answer, seqs };
}
