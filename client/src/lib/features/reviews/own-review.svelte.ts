import {
  fromText,
  mayReview,
  mayTakeBack,
  toText,
  type Booking,
  type Instant,
  type Rating,
} from '@confab/shared';
import type { QueryValue, ReviewView } from '@confab/shared/protocol';
import { live } from '#lib/live/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { announcer } from '#lib/ui/announcer.svelte.ts';
import { sentence } from '#lib/ui/sentence.ts';

type Reviews = QueryValue<'review.open'>;

/** What the viewer wrote after a session, and what was written of them. @see F6 */
export class OwnReview {
  readonly #booking: () => Booking;
  #reviews = $state.raw<Reviews | null>(null);
  #busy = $state(false);
  #refused = $state<string | null>(null);

  constructor(booking: () => Booking) {
    this.#booking = booking;
  }

  /** Null until it is known. */
  get reviews(): Reviews | null {
    return this.#reviews;
  }

  get busy(): boolean {
    return this.#busy;
  }

  /** Why the last thing was not done. */
  get refused(): string | null {
    return this.#refused;
  }

  get mayWrite(): boolean {
    const { programId } = this.#booking();
    const own = live.me?.memberships.find((one) => one.programId === programId);
    const isMember = own?.status === 'active';
    return mayReview(this.#booking(), this.#written, isMember, live.clock.minute).ok;
  }

  /** Until when what was written can be taken back; null where it cannot. */
  get takeBackUntil(): Instant | null {
    const may = mayTakeBack(this.#written, live.clock.minute);
    return may.ok ? may.until : null;
  }

  async load(): Promise<void> {
    const answer = await live.ask('review.open', { bookingId: this.#booking().id });
    if (answer.ok) this.#reviews = answer.value;
  }

  /** @returns whether it was done */
  async write(rating: Rating, text: string): Promise<boolean> {
    const before = this.#reviews?.own;
    const done = await this.#give(() =>
      live.give('review.write', { bookingId: this.#booking().id, rating, text }),
    );
    if (!done) return false;
    const writtenAt = before?.writtenAt ?? toText(live.clock.now);
    this.#take({ rating, text: text.trim(), writtenAt });
    announcer.say(m.reviews_sent());
    return true;
  }

  async takeBack(): Promise<void> {
    const { id: bookingId } = this.#booking();
    if (!(await this.#give(() => live.give('review.take-back', { bookingId })))) return;
    this.#take(null);
    announcer.say(m.reviews_taken_back());
  }

  async #give(give: () => ReturnType<typeof live.give<'review.write'>>): Promise<boolean> {
    if (this.#busy) return false;
    this.#busy = true;
    this.#refused = null;
    const answer = await give();
    this.#busy = false;
    if (!answer.ok) this.#refused = sentence(answer);
    return answer.ok;
  }

  #take(own: ReviewView | null): void {
    if (this.#reviews) this.#reviews = { ...this.#reviews, own };
  }

  get #written() {
    const own = this.#reviews?.own;
    return own ? { writtenAt: fromText(own.writtenAt) } : null;
  }
}
