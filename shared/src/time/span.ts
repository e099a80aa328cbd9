/** A stretch of time, half-open; milliseconds since the epoch. */
export interface Span {
  from: number;
  to: number;
}

/** Spans in order, those that touch or overlap made one. */
export function joined(spans: Span[]): Span[] {
  const all: Span[] = [];
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else if (from < to) all.push({ from, to });
  }
  return all;
}

/** What of the spans lies outside the others. Both are in order, none touching the next. */
export function without(spans: Span[], others: Span[]): Span[] {
  const left: Span[] = [];
  let at = 0;
  for (const { from, to } of spans) {
    let free = from;
    for (; at < others.length; at += 1) {
      const other = others[at] as Span;
      if (other.from > free) left.push({ from: free, to: Math.min(other.from, to) });
      free = Math.max(free, other.to);
      // It may take from the next span, too.
      if (other.to >= to) break;
    }
    if (free < to) left.push({ from: free, to });
  }
  return left;
}

/** What of the spans lies within another. */
export const clipped = (spans: readonly Span[], { from, to }: Span): Span[] =>
  spans
    .map((span) => ({ from: Math.max(span.from, from), to: Math.min(span.to, to) }))
    .filter((span) => span.from < span.to);
