import type { Row } from './rows.ts';

/** The same rows, but the very objects of before where nothing changed: only the others are drawn anew. */
export function steady(rows: Row[], before: Row[]): Row[] {
  const known = new Map(before.map((row) => [row.key, row]));
  return rows.map((row) => {
    const old = known.get(row.key);
    return old && same(old, row) ? old : row;
  });
}

/** Does it look the same? An own message that arrives gets its time from the server. */
function same(a: Row, b: Row): boolean {
  if (a.kind === 'message' && b.kind === 'message') {
    return (
      a.text === b.text &&
      a.first === b.first &&
      a.foot === b.foot &&
      a.sending === b.sending &&
      a.refused === b.refused &&
      a.at.equals(b.at)
    );
  }
  if (a.kind === 'line' && b.kind === 'line') return a.entry === b.entry && a.living === b.living;
  if (a.kind === 'day' && b.kind === 'day') return a.at.equals(b.at);
  return a.kind === b.kind;
}
