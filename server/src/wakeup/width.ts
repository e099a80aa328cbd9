/** Wake-ups that are begun together at most. */
const most = 64;
/** Milliseconds that those begun together are to take: commands wait so long behind them. */
const wanted = 16;

/**
 * How many wake-ups are begun together. The store keeps those with one commit, so that a night's are
 * done in seconds; but commands that come meanwhile stand in line behind them. So it goes by how
 * long the last took: as many as fit, whatever they do and however busy the machine is.
 */
export class Width {
  #now = 4;

  get now(): number {
    return this.#now;
  }

  /** So many were begun together, and took so many milliseconds. */
  took(many: number, ms: number): void {
    if (ms > wanted) this.#now = Math.max(1, Math.floor((many * wanted) / ms));
    // Few were due: that says nothing of more.
    else if (many === this.#now) this.#now = Math.min(most, Math.ceil(many * 1.25));
  }
}
