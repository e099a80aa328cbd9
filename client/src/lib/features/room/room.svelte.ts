import { roomState, type Booking, type RoomPhase } from '@confab/shared';
import type { QueryValue } from '@confab/shared/protocol';
import { ownView, type OwnView } from '#lib/features/booking/own-view.ts';
import { live, openBooking, type LiveBooking } from '#lib/live/index.ts';

/** A booking's room as one of its two people finds it: which booking, and whether it is open. */
export class Room {
  readonly id: string;
  #found = $state.raw<LiveBooking | null>(null);
  #looked = $state.raw<QueryValue<'room.look'> | null>(null);
  #lost = $state(false);

  constructor(id: string) {
    this.id = id;
    this.#found = live.bookings.find(({ booking }) => booking.roomId === id) ?? null;
    if (!this.#found) void this.#look();
  }

  /** Null while it is not known yet, and when the room is lost. */
  readonly booking: Booking | null = $derived.by(() => {
    const first = this.#found;
    return first && (live.booking(first.booking.id) ?? first).booking;
  });

  readonly view: OwnView | null = $derived(
    this.booking && ownView(this.booking, this.#looked?.people),
  );

  /** `state`: this booking opens no room, or another one since. By the server's clock. @see W1 W2 */
  readonly phase: RoomPhase | 'state' | null = $derived.by(() => {
    const { booking } = this;
    if (!booking) return null;
    return booking.roomId === this.id ? roomState(booking, live.clock.now) : 'state';
  });

  /** There is no such room for this person. */
  get lost(): boolean {
    return this.#lost;
  }

  async #look(): Promise<void> {
    const answer = await live.ask('room.look', { roomId: this.id });
    if (!answer.ok) return void (this.#lost = true);
    this.#looked = answer.value;
    this.#found = openBooking(answer.value);
  }
}
