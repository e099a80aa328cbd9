/** Lets things through in their order, each when its time has come. */
export class Delayed {
  #waiting: { due: number; pass: () => void }[] = [];
  #isWaiting = false;
  #last = 0;

  /** @param due milliseconds by `performance.now()`; what came before goes before */
  pass(due: number, pass: () => void): void {
    this.#last = Math.max(this.#last, due);
    this.#waiting.push({ due: this.#last, pass });
    if (!this.#isWaiting) this.#wait();
  }

  #wait(): void {
    const [next] = this.#waiting;
    this.#isWaiting = next !== undefined;
    if (next) setTimeout(() => this.#look(), Math.max(0, next.due - performance.now()));
  }

  #look(): void {
    // Timers are a little early or late: half a millisecond is as good as due.
    const now = performance.now() + 0.5;
    while (this.#waiting[0] && this.#waiting[0].due <= now) this.#waiting.shift()?.pass();
    this.#wait();
  }
}
