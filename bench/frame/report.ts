import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { keeps, measure, type Figure } from './figure.ts';

const folder = join(import.meta.dirname, '../results');

const number = (value: number): string =>
  Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);

/** Shows a benchmark's figures as a table and keeps them, with all they came from, as JSON. */
export function report(name: string, figures: readonly Figure[], did: Record<string, unknown>) {
  console.log(
    `\n${name}   load ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}`,
  );
  console.table(
    figures.map((figure) => ({
      what: figure.what,
      ours: `${number(figure.ours)} ${figure.unit}`,
      baseline: figure.baseline === null ? '' : `${number(figure.baseline)} ${figure.unit}`,
      ratio: figure.baseline === null ? '' : number(measure(figure)),
      bar: figure.bar ? Object.entries(figure.bar).flat().join(' ') : '',
      kept: figure.bar ? (keeps(figure) ? 'yes' : 'NO') : '',
    })),
  );
  mkdirSync(folder, { recursive: true });
  const machine = { cores: cpus().length, load: loadavg(), node: process.version };
  const kept = figures.map((figure) => ({
    ...figure,
    ratio: measure(figure),
    kept: keeps(figure),
  }));
  writeFileSync(
    join(folder, `${name}.json`),
    JSON.stringify({ name, machine, figures: kept, did }, null, 2) + '\n',
  );
}
