import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { grantToken, mediaPath, Temporal, type Attendance, type Instant } from '@confab/shared';
import { generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { Server } from 'socket.io';
import { MediaNode } from '../src/index.ts';
import type { Log } from '../src/log.ts';
import { Person } from './person.ts';

/**
 * Each test file has its own media ports, so that files may run at once; all of them below those
 * that systems give to outgoing connections.
 */
export interface StageOptions {
  mediaPort: number;
  workers?: number;
  seatGraceMs?: number;
  announcedAddresses?: string[];
  /** Serves the pages of browser tests. */
  requests?: RequestListener;
  /** Where the worker lies; by default where the environment says. */
  workerBin?: string;
  log?: Log;
  /** Where attendance goes; by default it is kept in `stage.attendance`. */
  onAttendance?: (event: Attendance) => Promise<void>;
}

export interface GrantWish {
  roomId?: string;
  personId?: string;
  session?: string;
  name?: string;
  role?: 'mentor' | 'mentee';
  epoch?: number;
  kind?: 'room' | 'probe';
  /** Seconds from now. */
  issuedIn?: number;
  lifetime?: number;
  jti?: string;
  audience?: string;
  key?: CryptoKey;
}

/** A media node with a server around it, and the means to send people there. */
export class Stage implements AsyncDisposable {
  readonly node: MediaNode;
  readonly url: string;
  readonly attendance: Attendance[] = [];
  roomId: string = randomUUID();
  /** Moved by tests: milliseconds by which the node's clock is off. */
  skewMs = 0;
  /** So many calls of a name are refused before the node hears of them. */
  readonly refusals = new Map<string, number>();
  #io: Server;
  #signingKey: CryptoKey;
  #people: Person[] = [];

  private constructor(node: MediaNode, io: Server, url: string, signingKey: CryptoKey) {
    this.node = node;
    this.#io = io;
    this.url = url;
    this.#signingKey = signingKey;
    io.of('/media').use((socket, next) => {
      socket.use((packet, pass) => this.#refuses(packet) || pass());
      next();
    });
  }

  static async open(options: StageOptions): Promise<Stage> {
    const http = createServer(options.requests);
    const io = new Server(http, {
      path: mediaPath,
      transports: ['websocket'],
      maxHttpBufferSize: 65_536,
    });
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    const { privateKey, publicKey } = await generateKeyPair(grantToken.algorithm);
    let stage: Stage | null = null;
    const node = await MediaNode.create({
      namespace: io.of('/media'),
      workerBin: options.workerBin ?? workerBin(),
      workers: options.workers ?? 1,
      listen: {
        ip: '127.0.0.1',
        port: options.mediaPort,
        announcedAddresses: options.announcedAddresses ?? [],
      },
      grantKeys: [publicKey],
      clock: () => now().add({ milliseconds: stage?.skewMs ?? 0 }),
      log: options.log ?? quiet,
      ...(options.seatGraceMs === undefined ? {} : { seatGraceMs: options.seatGraceMs }),
    });
    const { port } = http.address() as AddressInfo;
    stage = new Stage(node, io, `http://127.0.0.1:${port}`, privateKey);
    const { attendance } = stage;
    node.onAttendance(options.onAttendance ?? (async (event) => void attendance.push(event)));
    return stage;
  }

  /** Opens the stage's room for an hour, or as told. */
  async openRoom({ epoch = 1, forMs = 3_600_000, roomId = this.roomId } = {}): Promise<void> {
    await this.node.open({ roomId, epoch, closesAt: now().add({ milliseconds: forMs }) });
  }

  /** Further people go to a room of their own. */
  async openAnotherRoom(): Promise<void> {
    this.roomId = randomUUID();
    await this.openRoom();
  }

  grant(wish: GrantWish = {}): Promise<string> {
    const { kind = 'room', personId = randomUUID(), epoch = 1, roomId = this.roomId } = wish;
    const { session = `sign-in of ${personId}`, name = 'Ada', role = 'mentee' } = wish;
    const room = { kind, roomId, epoch, personId, session, name, role };
    const from = Math.floor(Date.now() / 1000) + (wish.issuedIn ?? 0);
    return new SignJWT(kind === 'room' ? room : { kind, personId })
      .setProtectedHeader({ alg: grantToken.algorithm, typ: grantToken.type })
      .setIssuer(grantToken.issuer)
      .setAudience(wish.audience ?? grantToken.audience)
      .setJti(wish.jti ?? randomUUID())
      .setIssuedAt(from)
      .setExpirationTime(from + (wish.lifetime ?? 60))
      .sign(wish.key ?? this.#signingKey);
  }

  /** Someone whose connection was admitted. @throws with the code when it was refused */
  async person(wish: GrantWish = {}): Promise<Person> {
    const personId = wish.personId ?? randomUUID();
    return this.personWith(await this.grant({ ...wish, personId }), personId);
  }

  async personWith(
    grant: unknown,
    personId: string = randomUUID(),
    join?: unknown,
  ): Promise<Person> {
    const person = await Person.connect(this.url, grant, personId, join);
    this.#people.push(person);
    return person;
  }

  /** Breaks every line to the node, as a restarted proxy does. */
  cutLines(): void {
    for (const line of this.#io.of('/media').sockets.values()) line.conn.close();
  }

  #refuses([, name, , answer]: unknown[]): boolean {
    const left = this.refusals.get(String(name)) ?? 0;
    if (left === 0 || typeof answer !== 'function') return false;
    this.refusals.set(String(name), left - 1);
    answer({ ok: false, code: 'unavailable' });
    return true;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const person of this.#people) person.hangUp();
    await this.node[Symbol.asyncDispose]();
    await this.#io.close();
  }
}

export const now = (): Instant => Temporal.Now.instant();

export function workerBin(): string {
  const path = process.env['MEDIASOUP_WORKER_BIN'];
  if (!path) throw new Error('MEDIASOUP_WORKER_BIN names no worker: these tests need a real one');
  return path;
}

export const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
