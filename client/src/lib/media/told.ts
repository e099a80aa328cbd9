import type { NodeToClient } from '@confab/shared';

type Event = keyof NodeToClient;

/** Who is there and what they send: an answer to `join` tells all of it as it is by then. */
const coveredByAnswer = new Set<Event>(['person-joined', 'person-left', 'consumer']);

/**
 * Keeps what the node tells in its place beside the answers to `join`. What came before an answer
 * is part of it; what comes after it waits until the answer has been taken in, which may be later:
 * taken in at once, it would be undone by the older answer.
 */
export class Told {
  #asked = false;
  /** Null: nothing has to wait. */
  #waiting: (() => void)[] | null = null;

  /** A `join` is on its way. */
  asked(): void {
    this.#asked = true;
    this.#waiting = [];
  }

  /** Its answer has arrived. */
  answered(): void {
    this.#asked = false;
  }

  /** The answer has been taken in; now what was told since. */
  takenIn(): void {
    const waiting = this.#waiting ?? [];
    this.forget();
    for (const takeIn of waiting) takeIn();
  }

  /** The line is lost, and with it what waited: the next answer tells everything. */
  forget(): void {
    this.#asked = false;
    this.#waiting = null;
  }

  hear(event: Event, takeIn: () => void): void {
    if (!this.#waiting) takeIn();
    else if (!this.#asked || !coveredByAnswer.has(event)) this.#waiting.push(takeIn);
  }
}
