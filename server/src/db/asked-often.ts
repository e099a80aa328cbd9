import type { Dialect } from '@confab/migrations';
import type { Compilable, CompiledQuery } from 'kysely';
import type { Tx } from './database.ts';
import { dialectOf } from './dialect.ts';
import { Gap, Only } from './gap.ts';
import { asList, singles } from './list.ts';
import { keepPrepared } from './prepared.ts';
import { connectionUnder, Straight } from './straight.ts';

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
  const wordings: Record<Dialect, Wording<Row>[]> = { sqlite: [], postgres: [] };
  const put = (tx: Tx, dialect: Dialect, places: number, single: number): Wording<Row> => {
    const gaps = Array.from({ length: places }, (_, n) => new Gap(n, (single & (1 << n)) !== 0));
    const query = build(tx, ...(gaps as unknown as Args)).compile();
    const valueOf = (one: unknown, args: readonly unknown[]): unknown => {
      if (one instanceof Gap) return asList(dialect, args[one.place]);
      return one instanceof Only ? (args[one.place] as unknown[])[0] : one;
    };
    const parameters = (args: readonly unknown[]) =>
      query.parameters.map((one) => valueOf(one, args));
    if (dialect === 'postgres') keepPrepared(query.sql);
    return { query, straight: new Straight(query.sql), parameters };
  };
  const wordingFor = (tx: Tx, dialect: Dialect, args: Args): Wording<Row> => {
    const single = dialect === 'sqlite' ? singles(args) : 0;
    return (wordings[dialect][single] ??= put(tx, dialect, args.length, single));
  };
  const sent = async (tx: Tx, args: Args): Promise<Row[]> => {
    const { query, parameters } = wordingFor(tx, dialectOf(tx), args);
    return (await tx.executeQuery<Row>({ ...query, parameters: parameters(args) })).rows;
  };
  return (tx, ...args) => {
    const connection = connectionUnder(tx);
    if (!connection) return sent(tx, args);
    // Answered at once: what it would take to wait for that costs as much as many an answer.
    try {
      const { straight, parameters } = wordingFor(tx, 'sqlite', args);
      return Promise.resolve(straight.rows(connection, parameters(args)) as Row[]);
    } catch (error) {
      return Promise.reject(error);
    }
  };
}
