import { mediaPath, type ClientToNode, type NodeToClient } from '@confab/shared';
import { Manager, type Socket } from 'socket.io-client';

/** A socket of the `/media` namespace. */
export type MediaSocket = Socket<NodeToClient, ClientToNode>;

/** Opens, unconnected, the `/media` namespace of a node; an empty `node` is this page's origin. */
export type OpenMediaSocket = (node: string) => MediaSocket;

/** A connection of its own. A page that has one to the same origin may pass that one's namespace. */
export const openMediaSocket: OpenMediaSocket = (node) =>
  new Manager(node || location.origin, {
    path: mediaPath,
    transports: ['websocket'],
    autoConnect: false,
    reconnectionDelay: 400,
    reconnectionDelayMax: 4_000,
  }).socket('/media');
