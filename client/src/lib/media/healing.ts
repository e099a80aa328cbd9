import { backoff } from './backoff.ts';

/** How often in a row everything is made anew before it is left as it is. */
const mostTries = 5;

/**
 * Something cannot be sent or played although its path is alive. Making everything anew heals it,
 * unless it cannot be healed: then the rest of the call is not disturbed for ever.
 */
export class Healing {
  #tries = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #heal: () => void;

  constructor(heal: () => void) {
    this.#heal = heal;
  }

  /** Several failures at once are healed together. */
  failed(): void {
    if (this.#timer !== undefined || this.#tries >= mostTries) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#heal();
    }, backoff(this.#tries++));
  }

  /** All that was wished for is sent and all that is listed plays, unless something has failed. */
  settled(): void {
    if (this.#timer === undefined) this.#tries = 0;
  }

  /** Everything has been made anew already, or it is over. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
