import type { ClientBase } from 'pg';

/** Of each statement that PostgreSQL is to keep prepared, the name it has on every line. */
const names = new Map<string, string>();

/** This statement is asked often: parsing and planning it anew each time costs as much again. */
export function keepPrepared(text: string): void {
  if (!names.has(text)) names.set(text, `often ${String(names.size + 1)}`);
}

/** Lets a line to PostgreSQL prepare what is asked often, once, when it is asked there first. */
export function preparing(line: ClientBase): void {
  const ask = line.query.bind(line) as (...given: unknown[]) => unknown;
  const query = (text: unknown, values: unknown, ...more: unknown[]): unknown => {
    const name = typeof text === 'string' ? names.get(text) : undefined;
    return name === undefined ? ask(text, values, ...more) : ask({ name, text, values }, ...more);
  };
  Object.assign(line, { query });
}
