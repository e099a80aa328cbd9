import { optionsFor, type Booking, type ProgramSettings, type Side } from '@confab/shared';
import { untrack } from 'svelte';
import { live } from '#lib/live/index.ts';
import { sentence } from '#lib/ui/sentence.ts';

/** The mentor's one extension of the room, where the program allows it. Made while a component is. @see W3 */
export class Extension {
  #booking: () => Booking;
  #side: Side;
  #settings = $state.raw<Pick<ProgramSettings, 'roomExtension'>>({ roomExtension: false });
  #busy = $state(false);
  #refused = $state<string | null>(null);

  constructor(booking: () => Booking, side: Side) {
    this.#booking = booking;
    this.#side = side;
    const { programId } = booking();
    if (side !== 'mentor') return;
    $effect(() => {
      live.directoryVersion(programId);
      untrack(() => void this.#ask(programId));
    });
  }

  readonly offered: boolean = $derived.by(
    () =>
      optionsFor(this.#booking(), this.#side, live.clock.now, this.#settings)['extend-room'] !==
      undefined,
  );

  get busy(): boolean {
    return this.#busy;
  }

  /** Why it was not extended. */
  get refused(): string | null {
    return this.#refused;
  }

  forgive(): void {
    this.#refused = null;
  }

  async extend(): Promise<void> {
    this.#busy = true;
    const answer = await live.give('booking.extend-room', { bookingId: this.#booking().id });
    this.#busy = false;
    this.#refused = answer.ok ? null : sentence(answer);
  }

  async #ask(programId: string): Promise<void> {
    const program = await live.ask('program.open', { programId });
    if (program.ok) this.#settings = program.value.settings;
  }
}
