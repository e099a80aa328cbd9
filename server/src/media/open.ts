import type { Server as HttpServer, IncomingMessage } from 'node:http';
import type { Server as HttpsServer } from 'node:https';
import type { Logger } from 'pino';
import type { Instant, MediaControl } from '@confab/shared';
import type { Config, Fault } from '../config/config.ts';
import type { Fleet } from './fleet.ts';
import { homeLine } from './home-line.ts';
import { openMediaKeys } from './keys.ts';
import { NodeLine } from './node-line.ts';
import { passOn } from './pass-on.ts';
import { startMedia } from './start.ts';

/** A media node as the application makes one; `sfu` has it, `main.ts` brings the two together. */
export type CreateMediaNode = (options: {
  http: HttpServer | HttpsServer;
  allows: (request: IncomingMessage) => boolean;
  workerBin: string;
  workers: number;
  listen: { ip: string; port: number; announcedAddresses: string[] };
  grantKeys: readonly CryptoKey[];
  clock: () => Instant;
  log: Logger;
}) => Promise<MediaControl & AsyncDisposable>;

export interface MediaParts {
  config: Config;
  fleet: Fleet;
  http: HttpServer | HttpsServer;
  /** Whether a page may connect to a node at this origin. */
  allows: (request: IncomingMessage) => boolean;
  origins: () => readonly string[];
  grantKey: CryptoKey;
  clock: () => Instant;
  log: Logger;
}

type Opened = { ok: true; media: AsyncDisposable } | { ok: false; fault: Fault };

/** The one node inside this process. */
export async function openMediaHere(
  { config, fleet, http, allows, grantKey, clock, log }: MediaParts,
  create: CreateMediaNode,
): Promise<Opened> {
  const media = new AsyncDisposableStack();
  const { workerBin, workers, port } = config.media;
  if (!workerBin) {
    log.warn('There is no media worker: calls will not work. Run the set-up again');
    return { ok: true, media };
  }
  const listen = config.media;
  const started = await startMedia({ port, workerBin }, () =>
    create({ http, allows, workerBin, workers, listen, grantKeys: [grantKey], clock, log }),
  );
  if (!started.ok) return started;
  media.use(started.node);
  fleet.join('', homeLine(started.node));
  return { ok: true, media };
}

/** Nodes in processes of their own: those that are configured, else the one beside the server. */
export async function openMediaApart(parts: MediaParts): Promise<Opened> {
  const { config, fleet, http, allows, origins, grantKey, clock, log } = parts;
  const controlKey = await openMediaKeys(config.dataDir, grantKey);
  const media = new AsyncDisposableStack();
  const join = (name: string, url: string) => {
    fleet.join(name, new NodeLine({ url, controlKey, clock, origins, log }));
  };
  for (const url of config.nodes) join(url, url);
  if (config.nodes.length === 0) {
    const node = { host: '127.0.0.1', port: config.nodePort };
    join('', `http://${node.host}:${String(node.port)}`);
    media.use(passOn({ http, allows, node }));
  }
  return { ok: true, media };
}
