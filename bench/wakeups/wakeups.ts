import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import SqliteDatabase from 'better-sqlite3';
import { Temporal, toText } from '@confab/shared';
import type { Outcome } from '../chat/senders.ts';
import type { Benchmark } from '../frame/benchmark.ts';
import type { Figure } from '../frame/figure.ts';
import { Folder } from '../frame/folder.ts';
import { rounds } from '../frame/often.ts';
import { keepingUp, keptUp, type KeptUp } from '../frame/keeping-up.ts';
import { Process } from '../frame/process.ts';
import { spread } from '../frame/spread.ts';
import { surroundings } from '../town/place.ts';
import { foundTown } from '../town/town.ts';
import { hoursAgo, lastNight } from './night.ts';

const port = 3443;
/** Pairs with eighteen wake-ups each that are due. */
const pairs = 560;
/** Pairs that only write to each other, to see how long that takes meanwhile. */
const probing = 20;
const load = { perSecond: 100, seconds: 4 };
const patienceMs = 120_000;

interface Measured extends KeptUp {
  due: number;
  /** Seconds from the start of the server's process until nothing was due. */
  doneIn: number;
  /** Milliseconds from when a message was due until it was acknowledged. */
  worst: number;
  p99: number;
  cpu: number;
}

/** Ten thousand wake-ups that came due while the server was down: how soon they are done, and what commands feel of it. */
export const wakeups: Benchmark = {
  name: 'wakeups',
  async run() {
    using own = new Folder();
    const folder = own.path;
    const founded = join(folder, 'founded');
    const then = Temporal.Now.instant().subtract({ hours: hoursAgo });
    const people = await foundTown(founded, pairs + probing, then);
    await lastNight(founded, people.slice(0, 2 * pairs));
    const probers = join(folder, 'probers.json');
    writeFileSync(probers, JSON.stringify(people.slice(2 * pairs)));
    const ours: Measured[] = [];
    const calm: Measured[] = [];
    for (let round = 0; round < rounds; round++) {
      const copy = join(folder, `copy-${String(round)}`);
      cpSync(founded, copy, { recursive: true });
      const [busy, after] = await oneMorning(copy, probers);
      ours.push(busy);
      calm.push(after);
    }
    return { figures: figures(ours, calm), did: { rounds, load, ours, calm } };
  },
};

/** The server starts on what the night has left; then the same messages once more, with nothing due. */
async function oneMorning(folder: string, probers: string): Promise<[Measured, Measured]> {
  const sqlite = new SqliteDatabase(join(folder, 'confab.db'));
  const count = sqlite
    .prepare<[string], number>('select count(*) from wakeup where due_at <= ?')
    .pluck();
  const left = () => count.get(toText(Temporal.Now.instant())) ?? NaN;
  const due = left();
  const began = performance.now();
  const file = join(import.meta.dirname, '../town/server.ts');
  await using server = await Process.start<{ origin: string }>(file, [], {
    ...surroundings(folder, port),
    PUSH: 'off',
  });
  const { origin } = server.ready;
  const done = (async () => {
    while (left() > 0 && performance.now() - began < patienceMs) await rest(20);
    return (performance.now() - began) / 1_000;
  })();
  await using senders = await Process.start(join(import.meta.dirname, '../chat/senders.ts'), [
    origin,
    probers,
  ]);
  const probe = async (): Promise<Omit<Measured, 'due' | 'doneIn'>> => {
    const [since, cpu] = [await keepingUp(origin), server.cpu()];
    const { acknowledged, refused } = await senders.ask<Outcome>(load);
    if (Object.keys(refused).length > 0) throw new Error(JSON.stringify(refused));
    return {
      worst: Math.max(...acknowledged),
      p99: spread(acknowledged).p99,
      ...(await since()),
      cpu: server.cpu() - cpu,
    };
  };
  const busy = await probe();
  const doneIn = await done;
  const calm = await probe();
  sqlite.close();
  return [
    { due, doneIn, ...busy },
    { due: 0, doneIn: 0, ...calm },
  ];
}

function figures(ours: readonly Measured[], calm: readonly Measured[]): Figure[] {
  const of = (all: readonly Measured[], pick: (one: Measured) => number) =>
    spread(all.map(pick)).median;
  const alone = (
    what: string,
    unit: string,
    pick: (one: Measured) => number,
    bar: Figure['bar'],
  ): Figure => ({ what, unit, ours: of(ours, pick), baseline: null, bar });
  const beside = (
    what: string,
    pick: (one: Measured) => number,
    bar: Figure['bar'] = null,
  ): Figure => ({
    what: `${what}; baseline: with nothing due`,
    unit: 'ms',
    ours: of(ours, pick),
    baseline: of(calm, pick),
    bar,
  });
  return [
    alone('wake-ups due at the start', '', ({ due }) => due, { least: 10_000 }),
    alone('all done, since the process was started', 's', ({ doneIn }) => doneIn, { most: 10 }),
    {
      what: 'a message acknowledged, the worst of all rounds; baseline: with nothing due',
      unit: 'ms',
      ours: Math.max(...ours.map(({ worst }) => worst)),
      baseline: Math.max(...calm.map(({ worst }) => worst)),
      bar: { most: 50, itself: true },
    },
    beside('a message acknowledged, p99', ({ p99 }) => p99),
    ...keptUp(ours, 'while it is done'),
    ...keptUp(calm, 'with nothing due'),
  ];
}
