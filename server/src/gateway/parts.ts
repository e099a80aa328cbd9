import type { IncomingHttpHeaders, IncomingMessage, Server as HttpServer } from 'node:http';
import type { Server as HttpsServer } from 'node:https';
import type { Instant } from '@confab/shared';
import type { Dispatch } from '../command/dispatch.ts';
import type { Limits } from './limits.ts';
import type { LookoutPace, LookUp } from './lookout.ts';
import type { Neighbours } from './neighbours.ts';
import type { ReadFeed } from './outbox.ts';

/** Who may open a socket. */
export interface Entrance {
  sessionOf(headers: IncomingHttpHeaders): Promise<{ sessionId: string; personId: string } | null>;
  allowedOrigin(request: IncomingMessage): boolean;
}

/** What the gateway is put together from. */
export interface GatewayParts {
  http: HttpServer | HttpsServer;
  entrance: Entrance;
  dispatch: Dispatch;
  readFeed: (personId: string) => ReadFeed;
  limits: Limits;
  /** The other servers; null: this is the only one. */
  neighbours: { servers: Neighbours; lookUp: LookUp; pace?: LookoutPace | undefined } | null;
  clock: () => Instant;
  failed: (error: unknown) => void;
}
