import type { NodeStatus } from '@confab/shared';
import type { LineTrouble, MediaLine } from './line.ts';

/** What the server wants of a node that came (back) into reach. */
export interface Agreement {
  /** Rooms that belong here and have not closed. */
  wanted: readonly Parameters<MediaLine['open']>[0][];
}

/** What the application says about rooms when a node is met. */
export interface Registry {
  /** The rooms whose place is this node, as the store has them now. */
  roomsAt(node: string): Promise<Agreement['wanted']>;
  /** The node has told all attendance it had: whoever is not in the status is not there. */
  settled(node: string, status: NodeStatus): Promise<void>;
  failed: (error: unknown) => void;
}

/** Who sits in which room. */
export interface Seat {
  personId: string;
  roomId: string;
}

/** What an operator is told about a node. */
export interface NodeReport {
  node: string;
  connected: boolean;
  trouble: LineTrouble | null;
  well: boolean;
  rooms: number;
  people: number;
  /** The busiest worker's share of its core, 0 to 1. */
  load: number;
  draining: boolean;
}

/** Milliseconds for which a room that was given its place counts without being open. */
const expectation = 5000;
/** Milliseconds for which a seat counts that somebody was let have, before the node tells of it. */
const seatExpectation = 2000;

/**
 * One node of the fleet. `meeting` while what the store says and what the node has are brought
 * together; `away` for a moment after it went out of reach; then `gone`: its rooms may go elsewhere.
 */
export class Member implements Disposable {
  /** Where clients open `/media`; empty: the application's own origin. */
  readonly name: string;
  readonly line: MediaLine;
  state: 'here' | 'meeting' | 'away' | 'gone' = 'away';
  status: NodeStatus | null = null;
  #registry: Registry;
  #graceMs: number;
  #grace: NodeJS.Timeout | undefined;
  #settled = false;
  /** As it was when it was met last; null: it is out of reach. An earlier meeting has no say. */
  #met: NodeStatus | null = null;
  /** Rooms that were given their place here and are not open yet, until when they count. */
  #expected = new Map<string, number>();
  /** In which room someone was let have a seat that the node has not told of, until when it counts. */
  #promised = new Map<string, { roomId: string; until: number }>();
  /** Seats it had when it was met: whoever has another one took that one later. @see W5 */
  #older: readonly Seat[] = [];
  /** Seats that their people were told to leave. */
  #leaving: readonly Seat[] = [];
  #heard: () => void;

  /**
   * @param graceMs milliseconds for which a node out of reach is waited for
   * @param heard called when it is known anew who has a seat here
   */
  constructor(
    name: string,
    line: MediaLine,
    registry: Registry,
    { graceMs, heard }: { graceMs: number; heard: () => void },
  ) {
    this.name = name;
    this.line = line;
    this.#registry = registry;
    this.#graceMs = graceMs;
    this.#heard = heard;
    this.#leave();
    line.onStatus((status) => {
      if (status) this.#hear(status);
      else this.#leave();
    });
  }

  /** It would take a new room. */
  get open(): boolean {
    return this.state === 'here' && this.status?.draining === false;
  }

  has(roomId: string): boolean {
    return this.status?.rooms.some((room) => room.roomId === roomId) ?? false;
  }

  /** A room has its place here from now on: it counts before it is open. */
  expect(roomId: string): void {
    this.#expected.set(roomId, performance.now() + expectation);
  }

  /** Somebody is let have this seat here: it counts before the node tells of it. @see W5 */
  promise({ personId, roomId }: Seat): void {
    this.#older = this.#older.filter((seat) => seat.personId !== personId);
    this.#promised.set(personId, { roomId, until: performance.now() + seatExpectation });
  }

  /** Seats to be left by whoever has one elsewhere as well, and not told to be yet. @see W5 */
  get older(): readonly Seat[] {
    return this.#older.filter((seat) => !this.#left(seat));
  }

  /** The seat that this person has here, in another room than this one. @see W5 */
  seatBeside({ personId, roomId }: Seat): Seat | null {
    const promised = this.#promised.get(personId);
    if (promised && promised.until > performance.now() && promised.roomId !== roomId)
      return { personId, roomId: promised.roomId };
    return this.#seatsBeside({ personId, roomId }).find((seat) => !this.#left(seat)) ?? null;
  }

  /** Whoever took a seat in this room leaves those they have here in others. @see W5 */
  async moveOn({ personId, roomId }: Seat): Promise<void> {
    const left = this.#seatsBeside({ personId, roomId });
    // A node that has heard it says first that they are gone; else they are told once more.
    this.#leaving = [...this.#leaving, ...left];
    try {
      await this.line.moveOn({ personId, roomId });
    } finally {
      this.#leaving = this.#leaving.filter((seat) => !left.includes(seat));
    }
  }

  /** Those that are open and those that soon will be. */
  get rooms(): number {
    const now = performance.now();
    for (const [roomId, until] of this.#expected)
      if (until < now || this.has(roomId)) this.#expected.delete(roomId);
    return (this.status?.rooms.length ?? 0) + this.#expected.size;
  }

  get report(): NodeReport {
    const { name: node, status, line } = this;
    return {
      node,
      connected: status !== null,
      trouble: line.trouble,
      well: status?.well ?? false,
      rooms: status?.rooms.length ?? 0,
      people: status?.rooms.reduce((sum, { personIds }) => sum + personIds.length, 0) ?? 0,
      load: status?.load ?? 0,
      draining: status?.draining ?? false,
    };
  }

  [Symbol.dispose](): void {
    clearTimeout(this.#grace);
    this.line[Symbol.dispose]();
  }

  #hear(status: NodeStatus): void {
    clearTimeout(this.#grace);
    this.status = status;
    const seats = seatsOf(status);
    for (const { personId } of seats) this.#promised.delete(personId);
    this.#older = this.#older.filter((seat) => seats.some(isSame(seat)));
    if (this.state === 'away' || this.state === 'gone') {
      this.state = 'meeting';
      this.#met = status;
      void this.#meet(status);
    }
    if (!this.#settled && status.attendanceWaiting === 0) {
      this.#settled = true;
      this.#registry.settled(this.name, status).catch((error: unknown) => {
        this.#registry.failed(error);
        // The next status is another chance.
        this.#settled = false;
      });
    }
    this.#heard();
  }

  #leave(): void {
    this.status = null;
    this.#promised.clear();
    this.#older = [];
    this.state = 'away';
    this.#met = null;
    this.#settled = false;
    clearTimeout(this.#grace);
    this.#grace = setTimeout(() => (this.state = 'gone'), this.#graceMs);
  }

  #seatsBeside({ personId, roomId }: Seat): Seat[] {
    return seatsOf(this.status).filter(
      (seat) => seat.personId === personId && seat.roomId !== roomId,
    );
  }

  #left(seat: Seat): boolean {
    return this.#leaving.some(isSame(seat));
  }

  /**
   * Brings the node's rooms in line with the store. A room that the node has in an older epoch
   * missed an order: its people ask anew. Rooms that were opened since `met` are not touched.
   */
  async #meet(met: NodeStatus): Promise<void> {
    try {
      const wanted = await this.#registry.roomsAt(this.name);
      if (this.#met !== met) return;
      const epochs = new Map(wanted.map(({ roomId, epoch }) => [roomId, epoch]));
      for (const { roomId, epoch } of met.rooms)
        if (epochs.get(roomId) !== epoch) await this.line.release({ roomId, epoch });
      for (const room of wanted) await this.line.open(room);
      if (this.#met !== met) return;
      this.state = 'here';
      this.#older = seatsOf(met).filter((seat) => seatsOf(this.status).some(isSame(seat)));
      this.#heard();
    } catch (error) {
      this.#registry.failed(error);
      // The next status is another chance.
      if (this.#met === met) this.state = 'away';
    }
  }
}

const seatsOf = (status: NodeStatus | null): Seat[] =>
  status?.rooms.flatMap(({ roomId, personIds }) =>
    personIds.map((personId) => ({ personId, roomId })),
  ) ?? [];

const isSame = (one: Seat) => (other: Seat) =>
  one.personId === other.personId && one.roomId === other.roomId;
