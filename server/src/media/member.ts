import type { NodeStatus, Seating } from '@confab/shared';
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
  /** Rooms that were given their place here and are not open yet, until when they count. */
  #expected = new Map<string, number>();
  /** In which room someone was let have a seat that the node has not told of, until when it counts. */
  #promised = new Map<string, { roomId: string; until: number }>();
  #met: () => void;

  /**
   * @param graceMs milliseconds for which a node out of reach is waited for
   * @param met called when what was decided without this node is known here
   */
  constructor(
    name: string,
    line: MediaLine,
    registry: Registry,
    { graceMs, met }: { graceMs: number; met: () => void },
  ) {
    this.name = name;
    this.line = line;
    this.#registry = registry;
    this.#graceMs = graceMs;
    this.#met = met;
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
  promise({ personId, roomId }: Pick<Seating, 'personId' | 'roomId'>): void {
    this.#promised.set(personId, { roomId, until: performance.now() + seatExpectation });
  }

  /** Who has a seat here. */
  get seated(): { personId: string; roomId: string }[] {
    return seatsOf(this.status);
  }

  /** Does this person have a seat here, in another room than this one? @see W5 */
  seats({ personId, roomId }: Pick<Seating, 'personId' | 'roomId'>): boolean {
    const promised = this.#promised.get(personId);
    if (promised && promised.until > performance.now() && promised.roomId !== roomId) return true;
    return this.seated.some((seat) => seat.personId === personId && seat.roomId !== roomId);
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
    for (const { personId } of this.seated) this.#promised.delete(personId);
    if (this.state === 'away' || this.state === 'gone') {
      this.state = 'meeting';
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
  }

  #leave(): void {
    this.status = null;
    this.#promised.clear();
    this.state = 'away';
    this.#settled = false;
    clearTimeout(this.#grace);
    this.#grace = setTimeout(() => (this.state = 'gone'), this.#graceMs);
  }

  /**
   * Brings the node's rooms in line with the store. A room that the node has in an older epoch
   * missed an order: its people ask anew. Rooms that were opened since `met` are not touched.
   */
  async #meet(met: NodeStatus): Promise<void> {
    try {
      const wanted = await this.#registry.roomsAt(this.name);
      const epochs = new Map(wanted.map(({ roomId, epoch }) => [roomId, epoch]));
      for (const { roomId, epoch } of met.rooms)
        if (epochs.get(roomId) !== epoch) await this.line.release({ roomId, epoch });
      for (const room of wanted) await this.line.open(room);
      if (this.state !== 'meeting') return;
      this.state = 'here';
      this.#met();
    } catch (error) {
      this.#registry.failed(error);
      // The next status is another chance.
      if (this.state === 'meeting') this.state = 'away';
    }
  }
}

const seatsOf = (status: NodeStatus | null): { personId: string; roomId: string }[] =>
  status?.rooms.flatMap(({ roomId, personIds }) =>
    personIds.map((personId) => ({ personId, roomId })),
  ) ?? [];
