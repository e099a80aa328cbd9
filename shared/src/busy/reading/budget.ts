/** It goes on for longer than any calendar does. */
export class TooMuch extends Error {}

/** Occurrences looked at in one calendar at most, those long past with them. */
const most = 100_000;

/** Counts what is looked at. @throws TooMuch */
export class Budget {
  #left = most;

  spend(): void {
    this.#left -= 1;
    if (this.#left < 0) throw new TooMuch();
  }
}
