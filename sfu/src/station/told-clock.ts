import type { Instant } from '@confab/shared';

/** The server's time, as far as it was told: rooms close by it, grants are judged by it. */
export class ToldClock {
  #own: () => Instant;
  #aheadMs = 0;

  /** @param own this machine's, until the server has spoken */
  constructor(own: () => Instant) {
    this.#own = own;
  }

  readonly now = (): Instant => this.#own().add({ milliseconds: this.#aheadMs });

  tell(now: Instant): void {
    this.#aheadMs = now.epochMilliseconds - this.#own().epochMilliseconds;
  }
}
