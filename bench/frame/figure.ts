/** One line of the table: what was measured, beside what it is measured by. */
export interface Figure {
  what: string;
  unit: string;
  ours: number;
  /** Null: measured by a bar alone. */
  baseline: number | null;
  /** What `ours / baseline` (or `ours`, without a baseline) must keep to; null: only told. */
  bar: { most: number } | { least: number } | null;
}

/** What is held against the bar. */
export const measure = ({ ours, baseline }: Figure): number =>
  baseline === null ? ours : ours / baseline;

export function keeps(figure: Figure): boolean {
  const { bar } = figure;
  if (!bar) return true;
  const value = measure(figure);
  return 'most' in bar ? value <= bar.most : value >= bar.least;
}
