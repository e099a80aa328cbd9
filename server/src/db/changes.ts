/** Which table a statement writes, as its text says; there is never more than one. */
const writing = /\b(?:insert\s+into|update|delete\s+from)\s+"?(\w+)"?/i;
/** Asks, or begins, ends or parts a transaction: writes nothing by itself. */
const harmless = /^\s*(?:select|with|explain|begin|commit|savepoint|release)\b/i;

/**
 * How often each table of a connection may have become another than before, by what was written or
 * undone. Never too seldom: what it says of a table may rise although nothing has changed.
 */
export class Changes {
  readonly #of = new Map<string, number>();
  #whole = 0;
  #written = 0;

  /** Rises with each statement that may have written. */
  get written(): number {
    return this.#written;
  }

  /** Rises with each change of this table. */
  count(table: string): number {
    return this.#whole + (this.#of.get(table) ?? 0);
  }

  /** Anything may be another than before: something was undone, or written by somebody else. */
  everything(): void {
    this.#whole++;
  }

  /** To be called whenever this statement runs; null: it changes nothing. */
  by(sql: string): (() => void) | null {
    const table = writing.exec(sql)?.[1];
    if (table === undefined && harmless.test(sql)) return null;
    return () => {
      this.#written++;
      if (table === undefined) this.#whole++;
      else this.#of.set(table, (this.#of.get(table) ?? 0) + 1);
    };
  }
}
