import type { MediaAnswer } from '@confab/shared';
import type { MediaSocket } from '../sockets.ts';

export type Said = [name: string, ...said: unknown[]];
type Answer = MediaAnswer<unknown>;

/** What is on its way, in each direction in its order. */
export interface Wire {
  toNode: (() => void)[];
  toClient: (() => void)[];
}

export interface Door {
  /** A connection was made, perhaps with a `join`. */
  come: (line: FakeLine, join: unknown) => void;
  call: (line: FakeLine, name: string, input: unknown) => Answer;
  /** It is gone. */
  lost: (line: FakeLine) => void;
}

/** A socket to a node that is made of this test's steps. */
export class FakeLine {
  connected = false;
  readonly wire: Wire = { toNode: [], toClient: [] };
  auth: (give: (auth: { join?: unknown }) => void) => void = () => undefined;
  #door: Door;
  #listeners = new Map<string, (...said: never[]) => void>();
  #unanswered = new Set<(error: Error) => void>();

  constructor(door: Door) {
    this.#door = door;
  }

  get socket(): MediaSocket {
    return this as unknown as MediaSocket;
  }

  on(name: string, listener: (...said: never[]) => void): void {
    this.#listeners.set(name, listener);
  }

  off(): void {
    this.#listeners.clear();
  }

  connect(): void {
    this.auth(({ join }) => {
      this.wire.toNode.push(() => {
        this.wire.toClient.push(() => (this.connected = true));
        this.#door.come(this, join);
      });
    });
  }

  disconnect(): void {
    if (this.connected) this.cut();
  }

  /** Breaks: what is on its way is lost. */
  cut(): void {
    this.wire.toNode.length = this.wire.toClient.length = 0;
    this.#door.lost(this);
    if (!this.connected) return this.#hear('connect_error', new Error('cut'));
    this.connected = false;
    for (const fail of this.#unanswered) fail(new Error('cut'));
    this.#unanswered.clear();
    this.#hear('disconnect');
  }

  tell(...[name, ...said]: Said): void {
    this.wire.toClient.push(() => this.#hear(name, ...said));
  }

  timeout() {
    return {
      emitWithAck: (_: 'call', name: string, input: unknown) =>
        new Promise<Answer>((resolve, reject) => {
          this.#unanswered.add(reject);
          this.wire.toNode.push(() => {
            const answer = this.#door.call(this, name, input);
            this.wire.toClient.push(() => {
              this.#unanswered.delete(reject);
              resolve(answer);
            });
          });
        }),
    };
  }

  #hear(name: string, ...said: unknown[]): void {
    this.#listeners.get(name)?.(...(said as never[]));
  }
}
