/** Works that go on behind those of people at once at most, while there are none of these. */
const most = 4;

/**
 * Lets works go on, where many are served at once: people's always; of those behind them a few, and
 * a single one while any of people's goes on, so that it goes on whatever comes.
 */
export class Lanes {
  #people = 0;
  #behind = 0;
  readonly #waiting: (() => void)[] = [];

  async people<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#people++;
    try {
      return await work();
    } finally {
      this.#people--;
      this.#letOn();
    }
  }

  async behind<Result>(work: () => Promise<Result>): Promise<Result> {
    await new Promise<void>((resolve) => {
      this.#waiting.push(resolve);
      this.#letOn();
    });
    try {
      return await work();
    } finally {
      this.#behind--;
      this.#letOn();
    }
  }

  #letOn(): void {
    const room = this.#people > 0 ? 1 : most;
    while (this.#behind < room) {
      const next = this.#waiting.shift();
      if (!next) return;
      this.#behind++;
      next();
    }
  }
}
