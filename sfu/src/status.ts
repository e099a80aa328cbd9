import type { NodeStatus } from '@confab/shared';

/** Milliseconds after which the status is told although nothing but the load may have changed. */
const interval = 5000;

/** Tells how the node stands whenever that has changed, and every few seconds for the load. */
export class StatusTeller {
  #read: () => NodeStatus;
  #listener: ((status: NodeStatus) => void) | null = null;
  #last = '';
  #toldAt = 0;
  #soon = false;

  constructor(read: () => NodeStatus) {
    this.#read = read;
  }

  /** There is one listener; a new one takes the place of the old and is told at once. */
  listen(listener: (status: NodeStatus) => void): void {
    this.#listener = listener;
    this.#last = '';
    this.tell();
  }

  tell(): void {
    if (!this.#listener) return;
    const status = this.#read();
    const { at: _at, load: _load, ...lasting } = status;
    const text = JSON.stringify(lasting);
    const now = performance.now();
    if (text === this.#last && now - this.#toldAt < interval) return;
    this.#last = text;
    this.#toldAt = now;
    this.#listener(status);
  }

  /** Once whatever is under way in this turn is done. */
  soon(): void {
    if (this.#soon) return;
    this.#soon = true;
    setImmediate(() => {
      this.#soon = false;
      this.tell();
    });
  }
}
