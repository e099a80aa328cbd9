import type { DefaultEventsMap, Server } from 'socket.io';
import type { ClientToServer, ServerToClient } from '@confab/shared/protocol';
import { keepLookout, usualPace } from './lookout.ts';
import type { Notice } from './notice.ts';
import type { GatewayParts } from './parts.ts';
import type { Windows } from './windows.ts';

/** What servers say to each other. */
export interface BetweenServers {
  notice: (notice: Notice) => void;
}

interface Others extends AsyncDisposable {
  tell(notice: Notice): void;
  lookSoon(): void;
}

/**
 * Tells the other servers and hears them. What could not be told, or may not have been heard, is
 * looked up in the store: Redis makes pushes quick, the store makes them certain.
 */
export function listenToOthers(
  io: Server<ClientToServer, ServerToClient, BetweenServers, DefaultEventsMap>,
  { servers, lookUp, pace = usualPace }: NonNullable<GatewayParts['neighbours']>,
  windows: Windows,
  apply: (notice: Notice) => void,
  failed: (error: unknown) => void,
): Others {
  let unsaid = false;
  const tell = (notice: Notice): void => {
    if (!servers.heard()) unsaid = true;
    else io.serverSideEmit('notice', notice);
  };
  io.on('notice', apply);

  const look = async (): Promise<void> => {
    if (unsaid && servers.heard()) {
      unsaid = false;
      tell({ kind: 'missed' });
    }
    const open = [...windows];
    const ended = new Set(await lookUp.ended(open.map(({ sessionId }) => sessionId)));
    for (const one of open) if (ended.has(one.sessionId)) one.signOut();
    const heads = await lookUp.heads(open.map(({ personId }) => personId));
    for (const one of open) one.outbox.growTo(heads.get(one.personId) ?? 0);
    for (const change of await lookUp.directories()) apply({ kind: 'directory', change });
  };
  const lookout = keepLookout(() => servers.heard(), look, failed, pace);
  return {
    tell,
    lookSoon: () => {
      lookout.soon();
    },
    [Symbol.asyncDispose]: () => lookout[Symbol.asyncDispose](),
  };
}
