import { randomUUID } from 'node:crypto';
import type { PersonInRoom, SeatEnd } from '@confab/shared';
import type { RtpCapabilities } from 'mediasoup/types';
import type { SeatMedia, Tell } from './seat-media.ts';
import type { Sitter } from './sitter.ts';
import type { WayBack } from './way-back.ts';

export interface SeatOptions {
  person: PersonInRoom;
  /** For how long the seat is kept without a connection. */
  wayBack: WayBack;
  /** Called once, however the seat ended. Null: left, or did not come back in time. */
  onEnd: (seat: Seat, reason: SeatEnd | null) => void;
}

/** A person's place in a room. It outlives connections and workers; it ends once. @see W5 */
export class Seat {
  readonly id = randomUUID();
  readonly person: PersonInRoom;
  rtpCapabilities: RtpCapabilities = {};
  /** Null after the worker died, until the client has joined again. */
  media: SeatMedia | null = null;
  #options: SeatOptions;
  #visitor: Sitter | null = null;
  #grace: NodeJS.Timeout | undefined;
  #session = '';
  #ended = false;

  constructor(options: SeatOptions) {
    this.#options = options;
    this.person = options.person;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** The sign-in of whoever sits here, or sat here last. */
  get session(): string {
    return this.#session;
  }

  /** Milliseconds to whoever sits here and back; null while it is not known. */
  get roundTrip(): number | null {
    return this.#visitor?.roundTrip ?? null;
  }

  /** Tells whoever sits here, if they are connected. Stable, so that it can be passed on. */
  readonly tell: Tell = (name, ...said) => this.#visitor?.tell(name, ...said);

  /** Gives the seat to this connection; one it had before is closed. */
  attach(visitor: Sitter): void {
    clearTimeout(this.#grace);
    const before = this.#visitor;
    this.#visitor = visitor;
    this.#session = visitor.session;
    if (before !== visitor) before?.dismiss(null);
  }

  /** The connection was lost: keeps seat and media for a while. */
  detach(visitor: Sitter): void {
    if (this.#ended || this.#visitor !== visitor) return;
    this.#visitor = null;
    this.#wait(performance.now());
  }

  /** The person leaves by their own wish; their connection stays. */
  vacate(): void {
    this.#visitor = null;
    this.end(null);
  }

  renew(media: SeatMedia): void {
    if (this.media !== media) this.media?.close();
    this.media = media;
  }

  #wait(lostAt: number): void {
    const left = this.#options.wayBack.left(lostAt);
    if (left === 0) this.end(null);
    else this.#grace = setTimeout(() => this.#wait(lostAt), left);
  }

  end(reason: SeatEnd | null): void {
    if (this.#ended) return;
    this.#ended = true;
    clearTimeout(this.#grace);
    this.media?.close();
    this.media = null;
    this.#options.onEnd(this, reason);
    this.#visitor?.dismiss(reason);
    this.#visitor = null;
  }
}
