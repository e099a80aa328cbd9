import type { FeedEvent } from '@confab/shared/protocol';

/** Reads a person's feed after `after`, rendered for them; null: no longer kept. */
export type ReadFeed = (after: number) => Promise<FeedEvent[] | null>;

/** Events in one push at most. */
export const pushLength = 100;

/** Milliseconds after which a feed that could not be read is read again. */
const pause = 1_000;

/**
 * One socket's way to its person's feed: nothing before the client has resumed, then everything
 * after that point in order, one read at a time.
 */
export class Outbox {
  readonly #read: ReadFeed;
  readonly #emit: (events: FeedEvent[]) => void;
  readonly #failed: (error: unknown) => void;
  #sent: number | null = null;
  #again = false;
  #running = false;

  constructor(
    read: ReadFeed,
    emit: (events: FeedEvent[]) => void,
    failed: (error: unknown) => void,
  ) {
    this.#read = read;
    this.#emit = emit;
    this.#failed = failed;
  }

  /** The client stands at `seq`: what follows is pushed. */
  liveFrom(seq: number): void {
    this.#sent = seq;
    this.poke();
  }

  /** Stops pushing, for good or until the client has resumed. */
  hold(): void {
    this.#sent = null;
  }

  /** The feed goes as far as `seq`; nothing happens if that is known. */
  growTo(seq: number): void {
    if (this.#sent !== null && seq > this.#sent) this.poke();
  }

  /** There may be something new. */
  poke(): void {
    this.#again = true;
    if (!this.#running) void this.#run();
  }

  async #run(): Promise<void> {
    this.#running = true;
    try {
      while (this.#again && this.#sent !== null) {
        this.#again = false;
        const from = this.#sent;
        const events = await this.#read(from);
        // The client has resumed elsewhere meanwhile, or must: it asks by itself.
        if (this.#sent !== from || !events) continue;
        const last = events.at(-1);
        if (!last) continue;
        this.#emit(events);
        this.#sent = last.seq;
        this.#again ||= events.length >= pushLength;
      }
    } catch (error) {
      this.#failed(error);
      // What could not be read now is read when it can be.
      this.#again = true;
      setTimeout(() => {
        if (this.#sent !== null) this.poke();
      }, pause).unref();
    } finally {
      this.#running = false;
    }
  }
}
