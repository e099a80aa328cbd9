import { fromJson, type Booking } from '@confab/shared';
import { fold } from '@confab/shared/live';
import {
  protocolVersion,
  type BookingView,
  type ConversationView,
  type FeedEvent,
  type Me,
  type PersonCard,
  type Snapshot,
} from '@confab/shared/protocol';
import { SvelteMap } from 'svelte/reactivity';
import type { Ask, Give } from './call.ts';
import { Clock } from './clock.svelte.ts';
import { Connection } from './connection.svelte.ts';
import { Outbox } from './outbox.svelte.ts';
import type { Wire } from './wire.ts';

/** A booking with its instants as instants, and the name of its program. */
export interface LiveBooking {
  booking: Booking;
  programName: string;
  /** The session is completed, and this person has reviewed it. @see F6 */
  reviewed: boolean;
}

/**
 * Everything of this person that changes by itself. The snapshot is folded forward by each feed
 * event, strictly in order; whatever is missed is asked for.
 */
export class Live {
  readonly clock = new Clock();
  readonly connection: Connection;
  readonly outbox: Outbox;
  readonly ask: Ask;
  readonly give: Give;
  #snapshot = $state.raw<Snapshot | null>(null);
  #directories = new SvelteMap<string, number>();
  #catching: Promise<boolean> | null = null;
  #ahead: FeedEvent[] = [];
  /** The snapshot stands, but only a fresh one leads on from it. */
  #stale = false;
  #bookingNews = $state(0);
  #bookings = $derived(this.#snapshot?.bookings.map(opened) ?? []);

  /** What pages keep for when one returns to them; goes with the person. */
  readonly kept = new Map<string, unknown>();

  constructor(wire: Wire) {
    this.connection = new Connection(
      wire,
      () => this.#catchUp(),
      (events) => this.#take(events),
      () => this.#forget(),
    );
    this.ask = this.connection.ask;
    this.give = this.connection.give;
    this.outbox = new Outbox(this.give, (id) => this.conversation(id)?.lastSeq ?? 0);
    wire.on('feed', (events) => this.#take(events));
    wire.on('clock', (now) => this.clock.set(now));
    wire.on('directory', (programId, version) => this.#directories.set(programId, version));
  }

  /** Null until the first snapshot has come. */
  get snapshot(): Snapshot | null {
    return this.#snapshot;
  }

  /** The signed-in person; null until the first snapshot has come. */
  get me(): Me | null {
    return this.#snapshot?.me ?? null;
  }

  /** Pending, accepted, and the latest others; in the snapshot's order. */
  get bookings(): LiveBooking[] {
    return this.#bookings;
  }

  get conversations(): ConversationView[] {
    return this.#snapshot?.conversations ?? [];
  }

  /** Rises when one of this person's bookings may have changed, be it one that is not live. */
  get bookingNews(): number {
    return this.#bookingNews;
  }

  booking(id: string): LiveBooking | null {
    return this.#bookings.find((one) => one.booking.id === id) ?? null;
  }

  /** The conversation with that person. */
  conversation(personId: string): ConversationView | null {
    return this.conversations.find((one) => one.with === personId) ?? null;
  }

  /** The viewer, or someone whom a conversation or a booking mentions. */
  person(id: string): PersonCard | null {
    const { me } = this;
    return me?.id === id ? me : (this.#snapshot?.people[id] ?? null);
  }

  /** Rises when a program's people or purpose changed: read it where a directory is fetched. */
  directoryVersion(programId: string): number {
    return this.#directories.get(programId) ?? 0;
  }

  /** Rises when any of them changed, one that is new here included. */
  get directoriesVersion(): number {
    return [...this.#directories.values()].reduce((sum, version) => sum + version, 0);
  }

  /** Drops everything of this person: they have signed out. */
  #forget(): void {
    this.#snapshot = null;
    this.kept.clear();
    this.#directories.clear();
    this.#ahead = [];
    this.#stale = false;
    this.outbox.close();
  }

  #take(events: FeedEvent[]): void {
    if (this.#catching || !this.#snapshot) {
      this.#ahead.push(...events);
      return;
    }
    if (!this.#apply(events)) void this.#catchUp();
  }

  /** @returns whether nothing is missing */
  #apply(events: FeedEvent[]): boolean {
    let snapshot = this.#snapshot;
    for (const event of events) {
      if (!snapshot || event.seq > snapshot.seq + 1) return false;
      if (event.seq !== snapshot.seq + 1) continue;
      const next = fold(snapshot, event);
      if (!next) {
        this.#stale = true;
        return false;
      }
      this.#snapshot = snapshot = next;
      if (event.kind === 'booking') this.#bookingNews += 1;
    }
    return true;
  }

  #catchUp(): Promise<boolean> {
    this.#catching ??= this.#resume().finally(() => (this.#catching = null));
    return this.#catching;
  }

  /** @returns whether the snapshot is up to date; false when the line has ended */
  async #resume(): Promise<boolean> {
    for (;;) {
      const after = this.#stale ? null : (this.#snapshot?.seq ?? null);
      const asked = performance.now();
      const answer = await this.ask('live.resume', { protocol: protocolVersion, after });
      if (!answer.ok) return false;
      const { value } = answer;
      for (const [programId, version] of Object.entries(value.directories))
        this.#directories.set(programId, version);
      this.clock.set(value.now, (performance.now() - asked) / 2);
      if ('snapshot' in value) {
        this.#snapshot = value.snapshot;
        this.#bookingNews += 1;
        this.#stale = false;
      } else if (!this.#apply(value.events)) {
        this.#stale = true;
        continue;
      } else if (value.more) continue;
      if (!this.#snapshot) continue;
      if (this.#apply(this.#ahead.splice(0))) {
        this.outbox.open(this.#snapshot.me.id);
        return true;
      }
    }
  }
}

const cache = new WeakMap<BookingView, LiveBooking>();

/** The same object for the same view, so that what did not change is not drawn again. */
function opened(view: BookingView): LiveBooking {
  const known = cache.get(view);
  if (known) return known;
  const { programName, reviewed } = view;
  const one = { booking: fromJson<Booking>(view.booking), programName, reviewed };
  cache.set(view, one);
  return one;
}

/** A booking fetched by a query, with instants, as {@link Live.bookings} has them. */
export const openBooking = opened;
