import type { RoomGrant, RtpCapabilitiesView, SeatEnd } from '@confab/shared';
import type { Admitted } from './admission.ts';
import type { MediaSocket } from './namespace.ts';
import type { Seat } from './seat.ts';
import type { Sitter } from './sitter.ts';
import type { SeatMedia, Tell } from './seat-media.ts';

/** One connection admitted to a room: before it joins, and while it holds a seat. */
export class Visitor implements Sitter {
  readonly grant: Admitted<RoomGrant>;
  seat: Seat | null = null;
  /** Made ahead of joining; goes to the seat, or ends with the connection. */
  prepared: SeatMedia | null = null;
  roundTrip: number | null = null;
  #socket: MediaSocket;

  constructor(socket: MediaSocket, grant: Admitted<RoomGrant>) {
    this.#socket = socket;
    this.grant = grant;
  }

  get session(): string {
    return this.grant.session;
  }

  get connected(): boolean {
    return this.#socket.connected;
  }

  readonly tell: Tell = (name, ...said) => void this.#socket.emit(name, ...said);

  /** The first word; its receipt tells how far away they are. */
  welcome(rtpCapabilities: RtpCapabilitiesView): void {
    const said = performance.now();
    this.#socket.emit('welcome', { rtpCapabilities }, () => {
      this.roundTrip = performance.now() - said;
    });
  }

  /** Says why, if there is something to say, and closes this connection. */
  dismiss(reason: SeatEnd | null): void {
    if (reason) this.tell('ended', reason);
    this.drop();
    this.#socket.disconnect();
  }

  /** Lets go of what only this connection held. */
  drop(): void {
    this.prepared?.close();
    this.prepared = null;
    this.seat?.detach(this);
    this.seat = null;
  }
}
