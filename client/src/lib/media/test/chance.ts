/** Numbers that look like chance and are the same each time. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** 0 to `below`, without it. */
  below(below: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * below);
  }

  once(in_: number): boolean {
    return this.below(in_) === 0;
  }

  of<One>(all: readonly One[]): One {
    return all[this.below(all.length)]!;
  }
}
