import type { NodeToServer, ServerToNode } from '@confab/shared';
import type { Socket } from 'socket.io';

/** The node's end of the line to a server. */
export type ControlSocket = Socket<ServerToNode, NodeToServer>;
