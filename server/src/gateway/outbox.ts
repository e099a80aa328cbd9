import type { FeedEvent } from '@confab/shared/protocol';

/** Reads a person's feed after `after`, rendered for them; null: no longer kept. */
export type ReadFeed = (after: number) => Promise<FeedEvent[] | null>;

/** Events in one push at most. */
export const pushLength = 100;

/** Milliseconds after which a feed that could not be read is read again. */
const pause = 1_000;

/**
 * One socket's way to its person's feed: nothing before the client has resumed, then everything
 * after that point in order, as it was offered or, where something is missing, one read at a time.
 */
export class Outbox {
  readonly #read: ReadFeed;
  readonly #emit: (events: FeedEvent[]) => void;
  readonly #failed: (error: unknown) => void;
  /** How far the client has been told, or will be with what is ready. */
  #sent: number | null = null;
  #ready: FeedEvent[] = [];
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
    this.#ready = [];
  }

  /** Would what is offered be pushed, if nothing before it were missing? */
  get live(): boolean {
    return this.#sent !== null && !this.#running;
  }

  /**
   * What the feed has grown by, shown already: pushed once everything is answered that is being
   * answered now, unless it goes with one of these answers.
   */
  offer(events: readonly FeedEvent[]): void {
    const [first] = events;
    const last = events.at(-1);
    if (!first || !last || !this.live || this.#sent !== first.seq - 1) return this.poke();
    if (this.#ready.length === 0) process.nextTick(this.#leave);
    this.#ready.push(...events);
    this.#sent = last.seq;
  }

  /** What is ready to be pushed, for whoever takes it along. */
  take(): FeedEvent[] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }

  readonly #leave = (): void => {
    const ready = this.take();
    if (ready.length > 0) this.#emit(ready);
  };

  /** The feed goes as far as `seq`; nothing happens if that is known. */
  growTo(seq: number): void {
    if (this.#sent !== null && seq > this.#sent) this.poke();
  }

  /** There may be something new. */
  poke(): void {
    if (this.#sent === null) return;
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
        this.#leave();
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
