import type { MediaSource } from '@confab/shared';
import { mediaSources } from '@confab/shared';
import type { types } from 'mediasoup-client';
import { InTurn } from './in-turn.ts';
import type { MediaPath } from './media-path.ts';
import type { NodeLink } from './node-link.ts';

interface Wish {
  track: MediaStreamTrack;
  paused: boolean;
}

/**
 * Keeps what is sent in agreement with what the person wishes to send, over whatever path there
 * is: after a rebuild everything wished for is produced again.
 */
export class Sending {
  #link: NodeLink;
  /** Something cannot be sent although the path is alive. */
  #onFailed: () => void;
  #path: MediaPath | null = null;
  #wishes = new Map<MediaSource, Wish>();
  #producers = new Map<MediaSource, types.Producer>();
  /** What the node was last told about pauses. */
  #told = new Map<MediaSource, boolean>();
  #turn = new InTurn();
  /** The node has not said yet what it receives: it is told nothing before that. */
  #holding = true;
  /** How often it was asked. */
  #asked = 0;
  /** What was begun while the node was asked, or came to nothing: its answer may not know of it. */
  #doubtful = new Set<MediaSource>();

  constructor(link: NodeLink, onFailed: () => void) {
    this.#link = link;
    this.#onFailed = onFailed;
  }

  /** The line is lost, or the node is asked for the seat: what it answers comes by `over`. */
  hold(): void {
    this.#holding = true;
    this.#asked += 1;
  }

  /** Sends over this path. @param sending what the node already receives over it */
  over(path: MediaPath, sending: readonly MediaSource[]): Promise<void> {
    const asked = this.#asked;
    return this.#turn.run(async () => {
      if (asked !== this.#asked) return; // a newer answer is on its way
      if (this.#path !== path) this.#producers.clear();
      this.#path = path;
      this.#told.clear();
      this.#holding = false;
      for (const source of mediaSources) {
        const received = sending.includes(source);
        const doubtful = this.#doubtful.delete(source);
        if (!received && !doubtful) this.#end(source);
        // Ended while the node could not be told, or begun while it could not answer.
        if ((received || doubtful) && !this.#producers.has(source))
          await this.#link.call('stop', { source });
        await this.#agree(source);
      }
    });
  }

  /** Wishes to send this, or, with null, nothing more of this source. */
  wish(source: MediaSource, wish: Wish | null): Promise<void> {
    if (wish) this.#wishes.set(source, wish);
    else this.#wishes.delete(source);
    return this.#turn.run(() => this.#agree(source));
  }

  /** Without a path, until the next one, or for good. */
  rest(): void {
    this.#path = null;
    this.#producers.clear();
  }

  async #agree(source: MediaSource): Promise<void> {
    const path = this.#path;
    if (!path?.alive) return;
    const wish = this.#wishes.get(source);
    if (!wish) return this.#stop(source);
    const producer = this.#producers.get(source) ?? (await this.#produce(path, source, wish));
    if (!producer) return;
    if (producer.track !== wish.track) {
      const replaced = producer.replaceTrack({ track: wish.track });
      await replaced.catch(() => this.#failed(path, wish));
    }
    if (wish.paused) producer.pause();
    else producer.resume();
    if (this.#holding || this.#told.get(source) === wish.paused) return;
    const answer = await this.#link.call('pause', { source, paused: wish.paused });
    if (answer.ok) this.#told.set(source, wish.paused);
  }

  /** Null when it cannot be sent now; the next path tries again. */
  async #produce(path: MediaPath, source: MediaSource, wish: Wish): Promise<types.Producer | null> {
    for (const first of [true, false]) {
      if (this.#holding) return null;
      this.#doubtful.add(source);
      try {
        const producer = await path.produce(source, wish.track, wish.paused);
        if (path !== this.#path) return null;
        this.#producers.set(source, producer);
        this.#told.set(source, wish.paused);
        if (!this.#holding) this.#doubtful.delete(source);
        return producer;
      } catch {
        // The node may hold one whose answer was lost on the way here.
        if (first && !this.#holding) await this.#link.call('stop', { source });
      }
    }
    this.#failed(path, wish);
    return null;
  }

  /** A path that has ended brings the next one by itself, and a device that is gone is seen to. */
  #failed(path: MediaPath, { track }: Wish): void {
    const is = path === this.#path && path.alive && !this.#holding;
    if (is && track.readyState !== 'ended') this.#onFailed();
  }

  async #stop(source: MediaSource): Promise<void> {
    if (!this.#producers.has(source)) return;
    this.#end(source);
    if (!this.#holding) await this.#link.call('stop', { source });
  }

  #end(source: MediaSource): void {
    this.#producers.get(source)?.close();
    this.#producers.delete(source);
  }
}
