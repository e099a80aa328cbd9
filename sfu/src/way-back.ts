/**
 * For how long people who lost their connection may come back to their seats. The server has to let
 * them in again: while it is away, and until it has been back for a while, nobody's time runs out.
 */
export class WayBack {
  #graceMs: number;
  /** Null: the server is away. By the process's steady clock. */
  #openSince: number | null = 0;

  constructor(graceMs: number) {
    this.#graceMs = graceMs;
  }

  /** The server came or went. */
  set open(open: boolean) {
    this.#openSince = open ? performance.now() : null;
  }

  /**
   * Milliseconds after which to ask again; 0: it is too late.
   * @param lostAt by the process's steady clock
   */
  left(lostAt: number): number {
    if (this.#openSince === null) return this.#graceMs;
    const since = Math.max(lostAt, this.#openSince);
    return Math.max(0, Math.ceil(since + this.#graceMs - performance.now()));
  }
}
