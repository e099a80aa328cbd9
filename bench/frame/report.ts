import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { barOf, keeps, ratio, type Figure } from './figure.ts';

const folder = join(import.meta.dirname, '../results');

const number = (value: number): string =>
  Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);

const loads = (load: readonly number[]): string => load.map((one) => one.toFixed(1)).join(' ');

/**
 * Shows a benchmark's figures as a table and keeps them, with all they came from, as JSON.
 * @param before the load of the machine before it
 */
export function report(
  name: string,
  figures: readonly Figure[],
  did: Record<string, unknown>,
  before: readonly number[],
) {
  const after = loadavg();
  console.log(`\n${name}   load before ${loads(before)}, after ${loads(after)}`);
  console.table(
    Object.fromEntries(
      figures.map((figure) => {
        const { what, unit, ours, baseline, bar } = figure;
        const times = ratio(figure);
        return [
          what,
          {
            ours: `${number(ours)} ${unit}`.trimEnd(),
            baseline: baseline === null ? '' : `${number(baseline)} ${unit}`.trimEnd(),
            ratio: times === null ? '' : number(times),
            bar: barOf(figure),
            kept: bar ? (keeps(figure) ? 'yes' : 'NO') : '',
          },
        ];
      }),
    ),
  );
  mkdirSync(folder, { recursive: true });
  const machine = { cores: cpus().length, load: { before, after }, node: process.version };
  const kept = figures.map((figure) => ({
    ...figure,
    ratio: ratio(figure),
    kept: keeps(figure),
  }));
  writeFileSync(
    join(folder, `${name}.json`),
    JSON.stringify({ name, machine, figures: kept, did }, null, 2) + '\n',
  );
}
