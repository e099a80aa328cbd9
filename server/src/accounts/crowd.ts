/**
 * Lets a few in at a time and a few more wait; whoever comes on top of those is turned away. A
 * password costs a tenth of a second of a core, which a crowd of strangers must not use up.
 */
export class Crowd {
  #inside = 0;
  #waiting: (() => void)[] = [];
  #most: { inside: number; waiting: number };

  constructor(most: { inside: number; waiting: number }) {
    this.#most = most;
  }

  /** @returns what the work returns, or null when too many were waiting already */
  async enter<Result>(work: () => Promise<Result>): Promise<Result | null> {
    if (this.#inside < this.#most.inside) this.#inside += 1;
    else if (this.#waiting.length < this.#most.waiting)
      await new Promise<void>((admit) => this.#waiting.push(admit));
    else return null;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      // Whoever is next takes this place; nobody can slip in between.
      if (next) next();
      else this.#inside -= 1;
    }
  }
}
