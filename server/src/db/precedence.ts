/** Turns that people's works may have, one after the other, while others wait behind them. */
const mostTurns = 4;

/**
 * Whose turn it is, where one is served at a time: people's, as long as any of theirs wait; but
 * what waits behind them has one turn in five, so that it goes on whatever comes.
 */
export class Precedence {
  #before = 0;

  /** @param waits is there anybody, before and behind? @returns null if there is nobody */
  next(waits: { people: boolean; behind: boolean }): 'people' | 'behind' | null {
    if (!waits.behind) this.#before = 0;
    if (waits.people && this.#before < mostTurns) {
      if (waits.behind) this.#before++;
      return 'people';
    }
    this.#before = 0;
    return waits.behind ? 'behind' : waits.people ? 'people' : null;
  }
}
