import type { Dialect } from '@confab/migrations';
import type { Compilable, CompiledQuery } from 'kysely';
import type { Tx } from './database.ts';
import { dialectOf } from './dialect.ts';
import { asList } from './list.ts';
import { keepPrepared } from './prepared.ts';
import { connectionUnder, Straight } from './straight.ts';

/** Stands for an argument while a question is put into SQL. */
class Gap {
  readonly place: number;

  constructor(place: number) {
    this.place = place;
  }
}

interface Wording<Row> {
  query: CompiledQuery<Row>;
  straight: Straight;
  /** What each parameter is, given the arguments. */
  parameters: (args: readonly unknown[]) => unknown[];
}

/**
 * A question or change that is put into SQL once, and asked with other arguments each time: putting
 * it anew costs as much as its answer, and either database keeps it prepared. `build` sees
 * stand-ins, which it may only hand on to Kysely as values, or to {@link oneOf} as lists; it must
 * not look at them.
 */
export function askedOften<Args extends readonly unknown[], Row>(
  build: (tx: Tx, ...args: Args) => Compilable<Row>,
): (tx: Tx, ...args: Args) => Promise<Row[]> {
  const wordings = new Map<Dialect, Wording<Row>>();
  const wordingFor = (tx: Tx, dialect: Dialect, places: number): Wording<Row> => {
    let wording = wordings.get(dialect);
    if (!wording) wordings.set(dialect, (wording = put(tx, dialect, places)));
    return wording;
  };
  const put = (tx: Tx, dialect: Dialect, places: number): Wording<Row> => {
    const gaps = Array.from({ length: places }, (_, place) => new Gap(place));
    const query = build(tx, ...(gaps as unknown as Args)).compile();
    const parameters = (args: readonly unknown[]) =>
      query.parameters.map((one) => (one instanceof Gap ? asList(dialect, args[one.place]) : one));
    if (dialect === 'postgres') keepPrepared(query.sql);
    return { query, straight: new Straight(query.sql), parameters };
  };
  return async (tx, ...args) => {
    const connection = connectionUnder(tx);
    const wording = wordingFor(tx, connection ? 'sqlite' : dialectOf(tx), args.length);
    const parameters = wording.parameters(args);
    if (connection) return wording.straight.rows(connection, parameters) as Row[];
    return (await tx.executeQuery<Row>({ ...wording.query, parameters })).rows;
  };
}
