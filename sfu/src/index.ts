export type { Listen } from './listen.ts';
export type { Log } from './log.ts';
export type { MediaMetrics } from './metrics.ts';
export { MediaNode, type Health, type MediaNodeOptions } from './node.ts';
export { Station, type StationOptions } from './station/station.ts';

import { openDoor } from './door.ts';
import { MediaNode, type MediaNodeOptions } from './node.ts';

/** A node that shares its process and HTTP server with the application. */
interface SharedOptions extends Omit<MediaNodeOptions, 'namespace'> {
  http: Parameters<typeof openDoor>[0];
  /** Whether a page may connect, by what its request says. */
  allows: Parameters<typeof openDoor>[1];
}

/** Starts a media node. Close it with `await using` or its `Symbol.asyncDispose`. */
export const createMediaNode = ({ http, allows, ...options }: SharedOptions): Promise<MediaNode> =>
  MediaNode.create({ ...options, namespace: openDoor(http, allows).namespace });
