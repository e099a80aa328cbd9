/** One line of the table: what was measured, beside what it is measured by. */
export interface Figure {
  what: string;
  unit: string;
  ours: number;
  /** Null: there is none. */
  baseline: number | null;
  /**
   * What `ours / baseline` must keep to; `ours` itself, where there is no baseline or it is only
   * told beside. Null: only told.
   */
  bar: (({ most: number } | { least: number }) & { itself?: true }) | null;
}

/** How many times the baseline it is; null without one. */
export const ratio = ({ ours, baseline }: Figure): number | null =>
  baseline === null ? null : ours / baseline;

export function keeps(figure: Figure): boolean {
  const { bar, ours } = figure;
  if (!bar) return true;
  const value = bar.itself ? ours : (ratio(figure) ?? ours);
  return 'most' in bar ? value <= bar.most : value >= bar.least;
}

/** The bar in words. */
export function barOf({ bar, baseline, unit }: Figure): string {
  if (!bar) return '';
  const [words, limit] = 'most' in bar ? ['at most', bar.most] : ['at least', bar.least];
  const of = bar.itself || baseline === null ? ` ${unit}` : '×';
  return `${words} ${String(limit)}${of}`.trimEnd();
}
