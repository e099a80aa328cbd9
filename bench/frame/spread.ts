/** How values are spread. */
export interface Spread {
  median: number;
  p90: number;
  p95: number;
  p99: number;
  runs: number;
}

/** The value below which the share `q` of them lies. @param sorted ascending */
const at = (sorted: Float64Array, q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? NaN;

export function spread(values: readonly number[]): Spread {
  const sorted = Float64Array.from(values).toSorted();
  return {
    median: at(sorted, 0.5),
    p90: at(sorted, 0.9),
    p95: at(sorted, 0.95),
    p99: at(sorted, 0.99),
    runs: sorted.length,
  };
}
