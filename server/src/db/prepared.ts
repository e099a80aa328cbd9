import type { ClientBase } from 'pg';

/** Of each statement that PostgreSQL is to keep prepared, the name it has on every line. */
const names = new Map<string, string>();

/** This statement is asked often: parsing and planning it anew each time costs as much again. */
export function keepPrepared(text: string): void {
  if (!names.has(text)) names.set(text, `often ${String(names.size + 1)}`);
}

type Answered = (error: Error | null, result: unknown) => void;

/**
 * Lets a line to PostgreSQL prepare what is asked often, once, when it is asked there first. The
 * promise is ours: that of `pg` keeps all rows it was resolved with from being cleared away young,
 * and most of the time that is spent on clearing away goes into moving them about.
 */
export function preparing(line: ClientBase): void {
  const ask = line.query.bind(line) as (...given: unknown[]) => unknown;
  const query = (text: unknown, values: unknown, ...more: unknown[]): unknown => {
    if (typeof text !== 'string' || more.length > 0) return ask(text, values, ...more);
    const name = names.get(text);
    const asked = name === undefined ? { text, values } : { name, text, values };
    return new Promise((resolve, reject) => {
      const answered: Answered = (error, result) => {
        if (error) reject(error);
        else resolve(result);
      };
      ask(asked, answered);
    });
  };
  Object.assign(line, { query });
}
