import type { ClientToNode, NodeToClient } from '@confab/shared';
import type { Namespace, Socket } from 'socket.io';
import type { Admitted } from './admission.ts';

/** What a socket carries from its admission on. */
export interface SocketData {
  admitted: Admitted;
}

export type MediaSocket = Socket<ClientToNode, NodeToClient, Record<never, never>, SocketData>;
export type MediaNamespace = Namespace<
  ClientToNode,
  NodeToClient,
  Record<never, never>,
  SocketData
>;
