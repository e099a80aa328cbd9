import type { ClientToServer, ServerToClient } from '@confab/shared/protocol';
import { Manager, type Socket } from 'socket.io-client';

/** The socket that speaks Confab's protocol. */
export type Wire = Socket<ServerToClient, ClientToServer>;

/** The tab's one manager: every namespace shares its connection to this origin. */
export const manager = new Manager(location.origin, {
  transports: ['websocket'],
  autoConnect: false,
  reconnectionDelay: 400,
  reconnectionDelayMax: 4_000,
});

/** Opens another namespace on the same connection, such as the media node's `/media`. */
export function openNamespace(name: string, auth: Record<string, unknown>): Socket {
  const socket = manager.socket(name, { auth });
  socket.auth = auth;
  return socket.connect();
}
