import type {
  Attendance,
  Eviction,
  Instant,
  MediaControl,
  MediaRefusal,
  NodeStatus,
  OrderOutcome,
  Preparation,
  Prepared,
  RoomEnd,
  Seating,
  SeatingAnswer,
} from '@confab/shared';
import type { CryptoKey } from 'jose';
import { Admission, type Admitted } from './admission.ts';
import { AttendanceBook } from './attendance.ts';
import { nodeCapabilities } from './codecs.ts';
import { enterRoom, runProbe, type Entrance } from './entrance.ts';
import { guard } from './gate.ts';
import type { Listen } from './listen.ts';
import type { Log } from './log.ts';
import { readMetrics, type MediaMetrics } from './metrics.ts';
import { mostVisits } from './most-visits.ts';
import type { MediaNamespace, MediaSocket } from './namespace.ts';
import { Probes } from './probes.ts';
import { Rooms } from './rooms.ts';
import { StatusTeller } from './status.ts';
import { WayBack } from './way-back.ts';
import { WorkerPool } from './worker-pool.ts';
import type { WorkerSlot } from './worker-slot.ts';

export interface MediaNodeOptions {
  /** `io.of('/media')`. Nothing else may listen there. */
  namespace: MediaNamespace;
  /** Path of the mediasoup worker. */
  workerBin: string;
  /** How many; by default one less than there are cores, at least one. */
  workers?: number;
  listen: Listen;
  /** Ed25519 public keys of the servers whose grants admit. */
  grantKeys: readonly CryptoKey[];
  clock: () => Instant;
  log: Log;
  /** Milliseconds for which a seat is kept without a connection. */
  seatGraceMs?: number;
}

export interface Health {
  ok: boolean;
  workers: { port: number; alive: boolean; pid: number | null; rooms: number; load: number }[];
}

/** Milliseconds between two looks at what is due: a stepped clock heals within this. */
const step = 500;

/** Milliseconds for which a seat is kept without a connection. */
const usualSeatGrace = 30_000;

/** Milliseconds for which closing waits for attendance to be acknowledged. */
const attendanceGrace = 2000;

/** The media node: rooms, their people and their media. Knows grants, not bookings. */
export class MediaNode implements MediaControl, AsyncDisposable {
  #options: MediaNodeOptions;
  #pool: WorkerPool;
  #rooms: Rooms;
  #probes = new Probes();
  #attendance: AttendanceBook;
  #entrance: Entrance;
  #status = new StatusTeller(() => this.status());
  #ask: (seating: Seating) => Promise<SeatingAnswer> = () => Promise.resolve('free');
  #draining = false;
  #wayBack: WayBack;
  #timer: NodeJS.Timeout;
  #closing: Promise<void> | null = null;

  private constructor(options: MediaNodeOptions, pool: WorkerPool) {
    const { clock, log, listen, namespace } = options;
    this.#options = options;
    this.#pool = pool;
    this.#wayBack = new WayBack(options.seatGraceMs ?? usualSeatGrace);
    this.#attendance = new AttendanceBook(log);
    this.#entrance = { clock, log, announcedAddresses: listen.announcedAddresses };
    this.#rooms = new Rooms({
      clock,
      wayBack: this.#wayBack,
      chooseSlot: () => this.#chooseSlot(),
      atOtherNode: (seating) => this.#ask(seating),
      attended: (event) => {
        this.#attendance.write(event);
        this.#status.soon();
      },
    });
    pool.watcher = {
      onDied: (slot) => this.#roomsOn(slot).forEach((room) => room.workerDied()),
      onReplaced: () => this.#rooms.open.forEach((room) => room.workerReplaced()),
    };
    this.#timer = setInterval(() => this.#look(), step);
    guard(namespace, {
      admission: new Admission(options.grantKeys),
      clock,
      mayEnter: (admitted) => this.#mayEnter(admitted),
    });
    namespace.on('connection', this.#connected);
  }

  /** @throws when a worker cannot be started or a port is taken */
  static async create(options: MediaNodeOptions): Promise<MediaNode> {
    return new MediaNode(options, await WorkerPool.create({ workers: undefined, ...options }));
  }

  async open(room: { roomId: string; epoch: number; closesAt: Instant }): Promise<OrderOutcome> {
    return this.#told(this.#rooms.openRoom(room, this.#draining));
  }

  async extend(room: { roomId: string; epoch: number; closesAt: Instant }): Promise<OrderOutcome> {
    return this.#told(this.#rooms.extendRoom(room));
  }

  async prepare(order: Preparation): Promise<Prepared | null> {
    const media = await this.#rooms.prepare(order);
    const transports = media?.view(this.#entrance.announcedAddresses);
    return transports ? { rtpCapabilities: nodeCapabilities, transports } : null;
  }

  async close(room: { roomId: string; epoch: number; reason: RoomEnd }): Promise<OrderOutcome> {
    return this.#told(this.#rooms.closeRoom(room));
  }

  async release(room: { roomId: string; epoch: number }): Promise<OrderOutcome> {
    return this.#told(this.#rooms.release(room));
  }

  async evict(seat: Eviction): Promise<OrderOutcome> {
    return this.#told(this.#rooms.evict(seat));
  }

  async moveOn(person: { personId: string; roomId: string }): Promise<OrderOutcome> {
    return this.#told(this.#rooms.moveOn(person));
  }

  async drain(): Promise<OrderOutcome> {
    this.#draining = true;
    this.#rooms.releaseEmpty();
    return this.#told('done');
  }

  /** Whether the server is there: without it nobody who lost their connection can come back. */
  set served(served: boolean) {
    this.#wayBack.open = served;
  }

  /** Nobody has a seat here and nobody gets one: a draining node may end now. */
  get drained(): boolean {
    return this.#draining && this.#rooms.open.length === 0;
  }

  onAttendance(listener: (event: Attendance) => Promise<void>): void {
    this.#attendance.listen(listener);
  }

  onSeating(listener: (seating: Seating) => Promise<SeatingAnswer>): void {
    this.#ask = listener;
  }

  onStatus(listener: (status: NodeStatus) => void): void {
    this.#status.listen(listener);
  }

  status(): NodeStatus {
    return {
      at: this.#options.clock(),
      well: this.health().ok,
      load: this.load(),
      draining: this.#draining,
      attendanceWaiting: this.#attendance.waiting,
      rooms: this.#rooms.standing.map(({ room, epoch }) => ({
        roomId: room.id,
        epoch,
        personIds: [...room.seats.keys()],
      })),
    };
  }

  /** The busiest worker's share of its core, 0 to 1; 1 when there is none. */
  load(): number {
    const living = this.#pool.slots.filter((slot) => slot.server);
    return living.length === 0 ? 1 : Math.max(...living.map((slot) => slot.load.share));
  }

  health(): Health {
    const workers = this.#pool.slots.map((slot) => ({
      port: slot.port,
      alive: slot.server !== null,
      pid: slot.pid,
      rooms: this.#roomsOn(slot).length,
      load: slot.load.share,
    }));
    return { ok: !this.#closing && workers.every(({ alive }) => alive), workers };
  }

  metrics(): MediaMetrics {
    return readMetrics(this.#rooms.open, this.#pool.slots, {
      probes: this.#probes.running,
      attendanceWaiting: this.#attendance.waiting,
    });
  }

  /** Sends everyone away to come back later, tells the last attendance, ends the workers. */
  [Symbol.asyncDispose](): Promise<void> {
    return (this.#closing ??= this.#end());
  }

  async #end(): Promise<void> {
    clearInterval(this.#timer);
    this.#options.namespace.off('connection', this.#connected);
    for (const socket of this.#options.namespace.sockets.values()) socket.emit('going-away');
    this.#rooms.close();
    this.#options.namespace.disconnectSockets();
    await this.#attendance.close(attendanceGrace);
    await this.#pool.close();
  }

  #mayEnter(admitted: Admitted): MediaRefusal | null {
    if (this.#closing) return 'unavailable';
    if (admitted.kind === 'probe')
      return this.#probes.mayBegin(admitted.personId, this.#options.clock());
    const room = this.#rooms.find(admitted);
    if (typeof room === 'string') return room;
    const visits = [...room.visitors].filter(({ grant }) => grant.personId === admitted.personId);
    return visits.length < mostVisits ? null : 'too-many';
  }

  #connected = (socket: MediaSocket): void => {
    const { admitted } = socket.data;
    if (admitted.kind === 'probe') {
      this.#probes.begin();
      return runProbe(socket, this.#chooseSlot(), this.#probes, this.#entrance);
    }
    const room = this.#rooms.find(admitted);
    if (typeof room === 'string') return void socket.disconnect();
    enterRoom(socket, admitted, room, this.#entrance);
  };

  /** What is due now. */
  #look(): void {
    this.#rooms.tick();
    if (this.#draining) this.#rooms.releaseEmpty();
    this.#status.tell();
  }

  /** Whoever listens knows how the node stands before it knows what became of the order. */
  #told(outcome: OrderOutcome): OrderOutcome {
    this.#status.tell();
    return outcome;
  }

  #chooseSlot(): WorkerSlot | null {
    return this.#pool.choose((slot) => this.#roomsOn(slot).length);
  }

  #roomsOn(slot: WorkerSlot) {
    return this.#rooms.open.filter((room) => room.slot === slot);
  }
}
