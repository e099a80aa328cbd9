import { randomBytes } from 'node:crypto';
import type { Server as HttpServer } from 'node:http';
import type { Server as HttpsServer } from 'node:https';
import {
  attendanceToWire,
  controlGreeting,
  controlPath,
  controlProtocol,
  isProof,
  prove,
  seatingAnswer,
  statusToWire,
  type Attendance,
  type ControlGreeting,
  type ControlRefusal,
  type NodeToServer,
  type Seating,
  type SeatingAnswer,
  type ServerToNode,
} from '@confab/shared';
import { Server } from 'socket.io';
import * as v from 'valibot';
import type { Log } from '../log.ts';
import type { MediaNode } from '../node.ts';
import type { ControlSocket } from './control-socket.ts';
import { answerOrders } from './orders.ts';
import type { ToldClock } from './told-clock.ts';

export interface DeskParts {
  http: HttpServer | HttpsServer;
  node: MediaNode;
  controlKey: string;
  clock: ToldClock;
  /** Called with the addresses of the server's pages. */
  welcome: (origins: readonly string[]) => void;
  log: Log;
  /** Milliseconds for which somebody waits for their seat until the server has answered. */
  seatingPatienceMs?: number | undefined;
}

/** Milliseconds within which the server has to prove itself, and to acknowledge attendance. */
const patience = 5000;

/** Milliseconds for which somebody waits for their seat until the server has said whether they have another. */
const usualSeatingPatience = 1000;

/** Bytes that one order may have. */
const frameLimit = 1024 * 1024;

/** The node's end of the control channel: takes orders from servers that have its key. */
export class ControlDesk {
  #parts: DeskParts;
  #io: Server<ServerToNode, NodeToServer>;
  #servers = new Set<ControlSocket>();
  #arrived = Promise.withResolvers<void>();

  constructor(parts: DeskParts) {
    this.#parts = parts;
    this.#io = new Server(parts.http, {
      path: controlPath,
      transports: ['websocket'],
      serveClient: false,
      maxHttpBufferSize: frameLimit,
      connectTimeout: patience,
      pingInterval: 4000,
      pingTimeout: 4000,
      // A browser always names its page: none has any business here.
      allowRequest: ({ headers }, decide) => decide(null, headers.origin === undefined),
    });
    this.#io.use((socket, next) => {
      const refusal = this.#objection(socket.handshake.auth);
      next(refusal ? Object.assign(new Error(refusal.code), { data: refusal }) : undefined);
    });
    this.#io.on('connection', (socket) => void this.#meet(socket));
    parts.node.onStatus((status) => {
      for (const server of this.#servers) server.emit('status', statusToWire(status));
    });
    parts.node.onAttendance((event) => this.#deliver(event));
    parts.node.onSeating((seating) => this.#askAbout(seating));
  }

  close(): void {
    this.#io.disconnectSockets(true);
    this.#io.engine.close();
  }

  #objection(auth: unknown): ControlRefusal | null {
    const greeting = v.safeParse(controlGreeting, auth);
    if (!greeting.success) return { code: 'malformed' };
    const { protocol } = greeting.output;
    if (protocol === controlProtocol) return null;
    this.#parts.log.error(
      { theirs: protocol, ours: controlProtocol },
      'a server that speaks another version was refused: bring server and node to the same version',
    );
    return { code: 'other-protocol', speaks: controlProtocol };
  }

  /** Proves the key and asks for the server's proof; nothing else is said before that. */
  async #meet(socket: ControlSocket): Promise<void> {
    const { log, controlKey } = this.#parts;
    const { nonce } = socket.handshake.auth as ControlGreeting;
    const nonces = { server: nonce, node: randomBytes(24).toString('hex') };
    const from = socket.handshake.address;
    const own = await prove(controlKey, 'node', nonces);
    const proof = await socket
      .timeout(patience)
      .emitWithAck('challenge', nonces.node, own)
      .catch(() => null);
    if (!socket.connected) return;
    if (await isProof(proof, controlKey, 'server', nonces)) return this.#trust(socket, from);
    log.error(
      { from },
      'a server with another control key was refused: give this node a copy of that server’s media-keys.json (MEDIA_KEYS) and start it again',
    );
    socket.emit('wrong-key');
    socket.disconnect(true);
  }

  #trust(socket: ControlSocket, from: string): void {
    const { node, clock, welcome, log } = this.#parts;
    answerOrders(socket, {
      node,
      clock,
      greeted: (origins) => {
        // Gone again as soon as it was heard: nothing more would tell that it is.
        if (!socket.connected) return;
        welcome(origins);
        log.info({ from }, 'the server rules this node');
        if (this.#servers.size === 0) node.served = true;
        this.#servers.add(socket);
        socket.emit('status', statusToWire(node.status()));
        this.#arrived.resolve();
      },
    });
    socket.emit('trusted');
    socket.on('disconnect', () => {
      if (!this.#servers.delete(socket)) return;
      if (this.#servers.size > 0) {
        log.warn({ from }, 'a server is gone; another one rules this node');
        return;
      }
      log.warn({ from }, 'the server is gone; rooms go on until their time');
      this.#arrived = Promise.withResolvers();
      node.served = false;
    });
  }

  /** The one that came last: of a line that broke without a word the node hears late. */
  get #server(): ControlSocket | undefined {
    return [...this.#servers].at(-1);
  }

  /** Nobody is kept out of a call because no server answers. */
  async #askAbout(seating: Seating): Promise<SeatingAnswer> {
    const said: unknown = await this.#server
      ?.timeout(this.#parts.seatingPatienceMs ?? usualSeatingPatience)
      .emitWithAck('seating', seating)
      .catch(() => null);
    return v.is(seatingAnswer, said) ? said : 'free';
  }

  /** Waits for a server, tells it. @throws when it does not acknowledge: to be told again */
  async #deliver(event: Attendance): Promise<void> {
    let server: ControlSocket | undefined;
    while (!server) {
      await this.#arrived.promise;
      server = this.#server;
    }
    const lost = Promise.withResolvers<false>();
    const gone = () => lost.resolve(false);
    server.once('disconnect', gone);
    const wire = attendanceToWire(event);
    const asked = server.timeout(patience).emitWithAck('attendance', wire);
    const kept = await Promise.race([asked, lost.promise]).catch(() => false);
    server.off('disconnect', gone);
    if (!kept) throw new Error('not acknowledged');
  }
}
