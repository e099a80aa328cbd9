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
  #path: MediaPath | null = null;
  #wishes = new Map<MediaSource, Wish>();
  #producers = new Map<MediaSource, types.Producer>();
  /** What the node was last told about pauses. */
  #told = new Map<MediaSource, boolean>();
  #turn = new InTurn();

  constructor(link: NodeLink) {
    this.#link = link;
  }

  /** Sends over this path. @param sending what the node already receives over it */
  over(path: MediaPath, sending: readonly MediaSource[]): Promise<void> {
    return this.#turn.run(async () => {
      if (this.#path !== path) this.#producers.clear();
      this.#path = path;
      this.#told.clear();
      for (const source of mediaSources) {
        if (!sending.includes(source)) this.#end(source);
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
    if (!this.#path?.alive) return;
    const wish = this.#wishes.get(source);
    if (!wish) return this.#stop(source);
    const producer = this.#producers.get(source) ?? (await this.#produce(source, wish));
    if (!producer) return;
    if (producer.track !== wish.track) await producer.replaceTrack({ track: wish.track });
    if (wish.paused) producer.pause();
    else producer.resume();
    if (this.#told.get(source) === wish.paused) return;
    const answer = await this.#link.call('pause', { source, paused: wish.paused });
    if (answer.ok) this.#told.set(source, wish.paused);
  }

  /** Null when it cannot be sent now; the next path tries again. */
  async #produce(source: MediaSource, wish: Wish): Promise<types.Producer | null> {
    for (const first of [true, false]) {
      try {
        const producer = await this.#path?.produce(source, wish.track, wish.paused);
        if (!producer) return null;
        this.#producers.set(source, producer);
        this.#told.set(source, wish.paused);
        return producer;
      } catch {
        // The node may hold one whose answer was lost on the way here.
        if (first) await this.#link.call('stop', { source });
      }
    }
    return null;
  }

  async #stop(source: MediaSource): Promise<void> {
    if (!this.#producers.has(source)) return;
    this.#end(source);
    await this.#link.call('stop', { source });
  }

  #end(source: MediaSource): void {
    this.#producers.get(source)?.close();
    this.#producers.delete(source);
  }
}
