import type { Compilable, CompiledQuery } from 'kysely';
import type { Tx } from './database.ts';
import { dialectOf } from './dialect.ts';
import { straight } from './straight.ts';

/** Stands for an argument while a question is put into SQL. */
class Gap {
  readonly place: number;

  constructor(place: number) {
    this.place = place;
  }
}

interface Wording<Row> {
  query: CompiledQuery<Row>;
  /** For each parameter: which argument it is, or the value that it always has. */
  parameters: readonly unknown[];
}

/**
 * A question or change that is put into SQL once, and asked with other arguments each time: putting
 * it anew costs as much as its answer. `build` sees stand-ins, which it may only hand on to Kysely
 * as values; it must not look at them.
 */
export function askedOften<Args extends readonly unknown[], Row>(
  build: (tx: Tx, ...args: Args) => Compilable<Row>,
): (tx: Tx, ...args: Args) => Promise<Row[]> {
  const wordings = new Map<string, Wording<Row>>();
  const put = (tx: Tx, places: number): Wording<Row> => {
    const gaps = Array.from({ length: places }, (_, place) => new Gap(place));
    const query = build(tx, ...(gaps as unknown as Args)).compile();
    return { query, parameters: query.parameters };
  };
  return async (tx, ...args) => {
    const dialect = dialectOf(tx);
    let wording = wordings.get(dialect);
    if (!wording) wordings.set(dialect, (wording = put(tx, args.length)));
    const parameters = wording.parameters.map((one) =>
      one instanceof Gap ? args[one.place] : one,
    );
    const rows = straight(tx, wording.query.sql, parameters) as Row[] | null;
    return rows ?? (await tx.executeQuery<Row>({ ...wording.query, parameters })).rows;
  };
}
