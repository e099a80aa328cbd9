export type { Listen } from './listen.ts';
export type { Log } from './log.ts';
export type { MediaMetrics } from './metrics.ts';
export type { MediaNamespace } from './namespace.ts';
export { MediaNode, type Health, type MediaNodeOptions } from './node.ts';
export { Station, type StationOptions } from './station/station.ts';

import { MediaNode, type MediaNodeOptions } from './node.ts';

/** Starts a media node. Close it with `await using` or its `Symbol.asyncDispose`. */
export const createMediaNode = (options: MediaNodeOptions): Promise<MediaNode> =>
  MediaNode.create(options);
