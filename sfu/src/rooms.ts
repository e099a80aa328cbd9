import type {
  Eviction,
  Instant,
  MediaRefusal,
  OrderOutcome,
  Preparation,
  RoomEnd,
  RoomGrant,
} from '@confab/shared';
import type { Admitted } from './admission.ts';
import { Room, type RoomHost } from './room.ts';
import type { Seat } from './seat.ts';
import type { SeatMedia } from './seat-media.ts';

/** Milliseconds for which a closed room's epoch is remembered against late orders. */
const remembered = 86_400_000;

/** What is known of a room, open or closed. */
interface Ledger {
  epoch: number;
  /** The last epoch that was closed by order; only a higher one opens again. */
  closedEpoch: number;
  room: Room | null;
  closedAt: number;
}

/** The rooms of this node, ruled by orders that bear epochs. */
export class Rooms {
  #host: RoomHost;
  #ledgers = new Map<string, Ledger>();

  constructor(host: Omit<RoomHost, 'elsewhere'>) {
    this.#host = { ...host, elsewhere: (personId, here) => this.#elsewhere(personId, here) };
  }

  get open(): Room[] {
    return [...this.#ledgers.values()].flatMap(({ room }) => (room ? [room] : []));
  }

  /** What is open, with the last epoch heard of. */
  get standing(): { room: Room; epoch: number }[] {
    return [...this.#ledgers.values()].flatMap(({ room, epoch }) =>
      room ? [{ room, epoch }] : [],
    );
  }

  /** @param draining no room is opened that is not open yet */
  openRoom(
    order: { roomId: string; epoch: number; closesAt: Instant },
    draining = false,
  ): OrderOutcome {
    if (draining && !this.#ledgers.get(order.roomId)?.room) return 'draining';
    const ledger = this.#heed(order);
    if (!ledger || order.epoch <= ledger.closedEpoch) return 'outdated';
    if (ledger.room) ledger.room.moveClosing(order.closesAt);
    else ledger.room = new Room(order.roomId, order.closesAt, this.#host);
    this.tick();
    return 'done';
  }

  extendRoom(order: { roomId: string; epoch: number; closesAt: Instant }): OrderOutcome {
    const ledger = this.#heed(order);
    if (!ledger) return 'outdated';
    ledger.room?.moveClosing(order.closesAt);
    this.tick();
    return 'done';
  }

  /** Media for whoever is about to come to a room that is open. */
  async prepare(order: Preparation): Promise<SeatMedia | null> {
    const ledger = this.#ledgers.get(order.roomId);
    const { room = null } = ledger ?? {};
    if (!room || !ledger || order.epoch < ledger.epoch) return null;
    return room.queue.run(() => room.prepare(order)).catch(() => null);
  }

  closeRoom(order: { roomId: string; epoch: number; reason: RoomEnd }): OrderOutcome {
    const ledger = this.#heed(order);
    if (!ledger) return 'outdated';
    ledger.closedEpoch = order.epoch;
    this.#close(ledger, order.reason);
    return 'done';
  }

  /** Puts everyone out without a word about why; the room may be opened again. */
  release(order: { roomId: string; epoch: number }): OrderOutcome {
    const ledger = this.#heed(order);
    if (!ledger) return 'outdated';
    this.#close(ledger, null);
    return 'done';
  }

  /** Lets go of the rooms in which nobody has a seat. */
  releaseEmpty(): void {
    for (const ledger of this.#ledgers.values())
      if (ledger.room?.seats.size === 0) this.#close(ledger, null);
  }

  /** The seat that a person has in another room than this one; there is at most one. @see W5 */
  #elsewhere(personId: string, here: Room): Seat | null {
    const others = this.open.filter((room) => room !== here);
    return others.map((room) => room.seats.get(personId)).find(Boolean) ?? null;
  }

  /** Its epoch voids every grant signed before, whatever the clocks say. */
  evict(order: Eviction): OrderOutcome {
    const ledger = this.#heed(order);
    if (!ledger) return 'outdated';
    const { personId, session } = order;
    const isOut = (one: { session: string }): boolean =>
      session === null || one.session === session;
    const { room } = ledger;
    const seat = room?.seats.get(personId);
    if (seat && isOut(seat)) seat.end('evicted');
    room?.awaited.dropThoseOf(personId);
    for (const visitor of room?.visitors ?? [])
      if (visitor.grant.personId === personId && isOut(visitor)) visitor.dismiss('evicted');
    return 'done';
  }

  /** They have a seat at another node now. @see W5 */
  moveOn({ personId, roomId }: { personId: string; roomId: string }): OrderOutcome {
    for (const room of this.open) if (room.id !== roomId) room.seats.get(personId)?.end('moved-on');
    return 'done';
  }

  /** The room that this grant admits to now, or why it does not. */
  find(grant: Admitted<RoomGrant>): Room | MediaRefusal {
    this.tick();
    const ledger = this.#ledgers.get(grant.roomId);
    if (!ledger?.room) return 'room-closed';
    if (grant.epoch < ledger.epoch) return 'grant-stale';
    return ledger.room;
  }

  /** Closes what is due. Cheap; called at least once a second. @see W1 */
  tick(): void {
    const now = this.#now();
    for (const [id, ledger] of this.#ledgers) {
      if (ledger.room && ledger.room.closesAt.epochMilliseconds <= now) this.#close(ledger, 'time');
      if (!ledger.room && now - ledger.closedAt > remembered) this.#ledgers.delete(id);
    }
  }

  /** Puts everyone out without a word about why: the node stops. */
  close(): void {
    for (const ledger of this.#ledgers.values()) this.#close(ledger, null);
  }

  /** Null when the order is older than what is known. */
  #heed({ roomId, epoch }: { roomId: string; epoch: number }): Ledger | null {
    const known = this.#ledgers.get(roomId);
    if (known && epoch < known.epoch) return null;
    const ledger = known ?? {
      epoch,
      closedEpoch: -1,
      room: null,
      closedAt: this.#now(),
    };
    ledger.epoch = epoch;
    this.#ledgers.set(roomId, ledger);
    return ledger;
  }

  #close(ledger: Ledger, reason: RoomEnd | null): void {
    ledger.room?.close(reason);
    ledger.room = null;
    ledger.closedAt = this.#now();
  }

  #now(): number {
    return this.#host.clock().epochMilliseconds;
  }
}
