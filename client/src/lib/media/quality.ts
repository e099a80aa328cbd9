/** How well someone's picture or sound arrives. */
export type Quality = 'good' | 'fair' | 'poor';

/** @param scores of what arrives from them, each 0 to 10; none yet is taken as good */
export function qualityOf(scores: readonly number[]): Quality {
  const worst = Math.min(10, ...scores);
  if (worst >= 7) return 'good';
  return worst >= 4 ? 'fair' : 'poor';
}
