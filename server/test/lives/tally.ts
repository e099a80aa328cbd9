/** What the lives met, so that a long run can say what it tried. */
export class Tally {
  #counts = new Map<string, number>();

  count(what: string, times = 1): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + times);
  }

  of(what: string): number {
    return this.#counts.get(what) ?? 0;
  }

  toString(): string {
    return [...this.#counts]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([what, times]) => `${String(times).padStart(8)} ${what}`)
      .join('\n');
  }
}

export const tally = new Tally();
