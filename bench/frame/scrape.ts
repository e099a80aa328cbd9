/** A Prometheus histogram: how many were at most each bound. */
export type Buckets = Map<number, number>;

/** What `/metrics` says of one histogram now. */
export async function buckets(origin: string, name: string): Promise<Buckets> {
  const text = await (await fetch(`${origin}/metrics`)).text();
  const lines = text.matchAll(new RegExp(`^${name}_bucket\\{le="([^"]+)"\\} (\\d+)`, 'gm'));
  return new Map(
    [...lines].map(([, le, count]) => [Number(le?.replace('+Inf', 'Infinity')), Number(count)]),
  );
}

/**
 * The bound below which the share `q` lies of what came between two looks; within a bucket it is
 * taken to be spread evenly.
 */
export function quantile(before: Buckets, after: Buckets, q: number): number {
  const bounds = [...after.keys()].toSorted((a, b) => a - b);
  const upTo = (bound: number) => (after.get(bound) ?? 0) - (before.get(bound) ?? 0);
  const wanted = q * upTo(bounds.at(-1) ?? 0);
  let [low, below] = [0, 0];
  for (const bound of bounds) {
    const count = upTo(bound);
    if (count >= wanted && count > 0)
      return Number.isFinite(bound)
        ? low + ((bound - low) * (wanted - below)) / (count - below || 1)
        : low;
    [low, below] = [bound, count];
  }
  return NaN;
}
