import type { Socket } from 'socket.io';
import type { Answer, ClientToServer, ServerToClient } from '@confab/shared/protocol';
import type { GatewayParts } from './parts.ts';
import { Outbox } from './outbox.ts';
import { resumedAt } from './resumed.ts';

/** One open window of a signed-in person. */
export interface Connection {
  readonly sessionId: string;
  readonly personId: string;
  readonly outbox: Outbox;
  directoryChanged(programId: string, version: number): void;
  /** Takes no more calls: what comes now is asked again elsewhere, after the line has ended. */
  rest(): void;
  /** Tells the window that its session has ended, and closes it. */
  signOut(): void;
}

type Ack = Parameters<ClientToServer['command']>[3];

/** Answers a window's commands and queries. @param track keeps work that a shutdown waits for */
export function attach(
  socket: Socket<ClientToServer, ServerToClient>,
  session: { sessionId: string; personId: string },
  { dispatch, limits, clock, readFeed, failed }: GatewayParts,
  track: (work: Promise<unknown>) => void,
): Connection {
  const { personId } = session;
  let alive = true;
  let resting = false;
  const outbox = new Outbox(
    readFeed(personId),
    (events) => void socket.emit('feed', events),
    failed,
  );

  const answer = (
    kind: 'command' | 'query',
    ack: unknown,
    call: () => Promise<Answer<unknown>>,
  ) => {
    if (typeof ack !== 'function' || resting) return;
    const reply = ack as Ack;
    const work = (async () => {
      if (!alive) return reply({ ok: false, code: 'signed-out' });
      const refused = await limits.spend(kind, personId);
      const said = refused ? { ok: false as const, ...refused } : await call();
      const events = kind === 'command' ? outbox.take() : [];
      if (events.length > 0) reply(said, events);
      else reply(said);
    })().catch((error: unknown) => {
      failed(error);
      reply({ ok: false, code: 'unavailable' });
    });
    track(work);
  };

  socket.on('command', (name, commandId, input, ack) => {
    answer('command', ack, () => dispatch.command(session, name, commandId, input, clock()));
  });

  socket.on('query', (name, input, ack) => {
    answer('query', ack, async () => {
      const resuming = name === 'live.resume';
      if (resuming) outbox.hold();
      const result = await dispatch.query(session, name, input, clock());
      if (resuming) {
        const seq = resumedAt(result, input);
        if (seq !== null) setImmediate(() => outbox.liveFrom(seq));
      }
      return result;
    });
  });

  socket.on('disconnect', () => {
    alive = false;
    outbox.hold();
  });
  socket.emit('clock', clock().epochMilliseconds);

  return {
    ...session,
    outbox,
    directoryChanged(programId, version) {
      socket.emit('directory', programId, version);
    },
    rest() {
      resting = true;
    },
    signOut() {
      alive = false;
      outbox.hold();
      socket.emit('signed-out');
      socket.disconnect(true);
    },
  };
}
