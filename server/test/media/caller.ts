import { mediaPath, type ClientToNode, type NodeToClient } from '@confab/shared';
import { io, type Socket } from 'socket.io-client';
import { origin } from './apart.ts';

/** Someone's connection to a node, as a page makes it. */
export interface Caller {
  socket: Socket<NodeToClient, ClientToNode>;
  told: string[];
  /** Takes the seat, and gives one elsewhere up if so wished. @throws with the code when refused */
  join(leaveOther?: boolean): Promise<void>;
  leave(): Promise<void>;
}

/** @throws with the node's code when it does not admit */
export async function call(
  url: string,
  grant: string,
  headers: Record<string, string> = { origin },
): Promise<Caller> {
  const socket: Caller['socket'] = io(`${url}/media`, {
    path: mediaPath,
    auth: { grant },
    forceNew: true,
    reconnection: false,
    transports: ['websocket'],
    extraHeaders: headers,
  });
  const told: string[] = [];
  socket.onAny((name: string) => void told.push(name));
  const { rtpCapabilities } = await new Promise<Parameters<NodeToClient['welcome']>[0]>(
    (resolve, reject) => {
      socket.once('welcome', resolve);
      socket.once('connect_error', (error) => {
        const { data } = error as Error & { data?: { code: string } };
        socket.disconnect();
        reject(new Error(data?.code ?? error.message));
      });
    },
  );
  const say = async (name: string, input: unknown) => {
    const answer = await socket.timeout(15_000).emitWithAck('call', name, input);
    if (!answer.ok) throw new Error(answer.code);
  };
  return {
    socket,
    told,
    join: (leaveOther = false) =>
      say('join', { rtpCapabilities, seatId: null, media: 'fresh', leaveOther }),
    leave: () => say('leave', {}),
  };
}
