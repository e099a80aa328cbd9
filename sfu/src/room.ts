import {
  toText,
  type Attendance,
  type Instant,
  type Preparation,
  type RoomEnd,
  type SeatEnd,
  type Seating,
  type SeatingAnswer,
} from '@confab/shared';
import type { Producer, Router } from 'mediasoup/types';
import { Awaited } from './awaited.ts';
import { OneAtATime } from './one-at-a-time.ts';
import { Seat } from './seat.ts';
import { SeatMedia, type Tell } from './seat-media.ts';
import { Speaking } from './speaking.ts';
import type { Visitor } from './visitor.ts';
import type { WayBack } from './way-back.ts';
import type { WorkerSlot } from './worker-slot.ts';

export interface RoomHost {
  clock: () => Instant;
  wayBack: WayBack;
  chooseSlot: () => WorkerSlot | null;
  attended: (event: Omit<Attendance, 'id'>) => void;
  /** The seat that this person has in another room than this one. @see W5 */
  elsewhere: (personId: string, here: Room) => Seat | null;
  /** The same of other nodes, as far as somebody knows; leaves it there if that is wished. */
  atOtherNode: (seating: Seating) => Promise<SeatingAnswer>;
}

/** An open room: its people, and its router while somebody is there. */
export class Room {
  readonly id: string;
  readonly seats = new Map<string, Seat>();
  readonly visitors = new Set<Visitor>();
  /** Media of those whose connection is on its way. */
  readonly awaited = new Awaited();
  readonly queue = new OneAtATime();
  /** Seats given up for another, here or in another room: their old holders cannot take them back. */
  readonly givenUp = new Map<string, 'taken-over' | 'moved-on'>();
  slot: WorkerSlot | null = null;
  #closesAt: Instant;
  #host: RoomHost;
  #router: Router | null = null;
  #speaking: Speaking | null = null;
  #closed = false;

  constructor(id: string, closesAt: Instant, host: RoomHost) {
    this.id = id;
    this.#closesAt = closesAt;
    this.#host = host;
  }

  get closed(): boolean {
    return this.#closed;
  }

  get closesAt(): Instant {
    return this.#closesAt;
  }

  /** Tells everyone who is there when the closing moves. @see W3 */
  moveClosing(closesAt: Instant): void {
    if (closesAt.equals(this.#closesAt)) return;
    this.#closesAt = closesAt;
    this.tellAll('closes-at', toText(closesAt), toText(this.#host.clock()));
  }

  /** Media for one person, on the room's router. Null while no worker is there. */
  async createMedia(): Promise<SeatMedia | null> {
    const router = this.#router ?? (await this.#start());
    const server = this.slot?.server;
    if (!router || !server) return null;
    return SeatMedia.create(router, server);
  }

  /** Makes media for whoever brings this grant. @throws on a client's end that cannot be used */
  async prepare({ grantId, personId, dtlsParameters }: Preparation): Promise<SeatMedia | null> {
    const media = await this.createMedia();
    if (!media) return null;
    try {
      await media.connect(dtlsParameters);
    } catch (error) {
      media.close();
      throw error;
    }
    if (this.#closed) return (media.close(), null);
    this.awaited.await(grantId, personId, media, () => this.rest());
    return media;
  }

  /** Does this person have a seat in another room? @see W5 */
  isElsewhere(personId: string): boolean {
    return this.#host.elsewhere(personId, this) !== null;
  }

  /** Do they have one at another node? Whoever leaves it has left it then. @see W5 */
  async isAtOtherNode(personId: string, leaveOther: boolean): Promise<boolean> {
    const answer = await this.#host.atOtherNode({ roomId: this.id, personId, leaveOther });
    return answer === 'elsewhere';
  }

  /**
   * A new seat for this visitor; any that they have, here or in another room, ends. To the others
   * whoever takes a seat over has never left. @see W5
   */
  seat({ grant: { personId, name, role } }: Visitor): Seat {
    const before = this.seats.get(personId);
    const person = { personId, name, role };
    const seat = new Seat({
      person,
      wayBack: this.#host.wayBack,
      onEnd: (ended, reason) => this.#unseat(ended, reason),
    });
    if (!before) this.tellAll('person-joined', person);
    // First, so that the room is at no moment without them and does not give its router back.
    this.seats.set(personId, seat);
    before?.end('taken-over');
    this.#host.elsewhere(personId, this)?.end('moved-on');
    this.#attended('joined', personId);
    return seat;
  }

  others(seat: Seat): Seat[] {
    return [...this.seats.values()].filter((other) => other !== seat);
  }

  readonly tellAll: Tell = (name, ...said) => {
    for (const seat of this.seats.values()) seat.tell(name, ...said);
  };

  async hear(microphone: Producer): Promise<void> {
    await this.#speaking?.hear(microphone);
  }

  /** The worker died: seats stand, media is gone. */
  workerDied(): void {
    this.#dropRouter();
  }

  /** A worker is there again: everyone who was in makes their media anew. */
  workerReplaced(): void {
    for (const visitor of this.visitors) visitor.tell('rebuild');
  }

  /** Gives the router back when neither a seat nor a warm-up needs it. */
  rest(): void {
    const warming = [...this.visitors].some((visitor) => visitor.prepared);
    if (this.seats.size === 0 && !warming && this.awaited.isEmpty) this.#dropRouter();
  }

  /** Ends every seat and connection, with the reason told. Null: nothing is told. */
  close(reason: RoomEnd | null): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const seat of this.seats.values()) seat.end(reason);
    for (const visitor of this.visitors) visitor.dismiss(reason);
    this.visitors.clear();
    this.#dropRouter();
  }

  async #start(): Promise<Router | null> {
    this.slot = this.#host.chooseSlot();
    const router = (await this.slot?.createRouter()) ?? null;
    if (!router || this.#closed) return (router?.close(), null);
    this.#router = router;
    this.#speaking = await Speaking.create(
      router,
      (producerId) => this.#speaker(producerId),
      (levels) => this.tellAll('speaking', levels),
    );
    return router;
  }

  #dropRouter(): void {
    for (const seat of this.seats.values()) seat.media = null;
    for (const visitor of this.visitors) visitor.prepared = null;
    this.awaited.close();
    this.#router?.close();
    this.#router = this.#speaking = this.slot = null;
  }

  #speaker(producerId: string): string | null {
    for (const { person, media } of this.seats.values())
      if (media?.producers.get('microphone')?.id === producerId) return person.personId;
    return null;
  }

  #unseat(seat: Seat, reason: SeatEnd | null): void {
    const { personId } = seat.person;
    if (reason === 'taken-over' || reason === 'moved-on') this.givenUp.set(seat.id, reason);
    this.#attended('left', personId);
    if (this.seats.get(personId) !== seat) return; // taken over
    this.seats.delete(personId);
    this.tellAll('person-left', personId);
    if (!this.#closed) this.rest();
  }

  #attended(kind: Attendance['kind'], personId: string): void {
    this.#host.attended({ roomId: this.id, personId, kind, at: this.#host.clock() });
  }
}
