import type { ClientToServer, ServerToClient } from '@confab/shared/protocol';
import { Manager, type Socket } from 'socket.io-client';
import { comingBack } from './coming-back.ts';

/** The socket that speaks Confab's protocol. */
export type Wire = Socket<ServerToClient, ClientToServer>;

/** The tab's one line to this origin; a call has a line of its own. */
export const manager = new Manager(location.origin, {
  transports: ['websocket'],
  autoConnect: false,
  ...comingBack,
});
