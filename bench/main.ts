import { loadavg } from 'node:os';
import { keepAnswersYoung } from '../server/src/heap.ts';
import { locateWorker } from '../scripts/worker/locate.mjs';
import { calendar } from './calendar/calendar.ts';
import { chat } from './chat/chat.ts';
import { forwarding } from './forwarding/forwarding.ts';
import type { Benchmark } from './frame/benchmark.ts';
import { endWhenTold } from './frame/ending.ts';
import { report } from './frame/report.ts';
import { within } from './frame/within.ts';
import { join } from './join/join.ts';
import { workerDeath } from './join/worker-death.ts';
import { long } from './long/long.ts';
import { restart } from './restart/restart.ts';
import { roomMemory } from './room-memory/room-memory.ts';
import { sessions } from './sessions/sessions.ts';
import { store } from './store/store.ts';
import { times } from './times/times.ts';
import { wakeups } from './wakeups/wakeups.ts';
import { windowMemory } from './window-memory/window-memory.ts';

/** Minutes after which a benchmark is given up: the longest takes a quarter of an hour. */
const longest = 45;

const benchmarks: readonly Benchmark[] = [
  store,
  long,
  sessions,
  times,
  calendar,
  chat,
  join,
  workerDeath,
  forwarding,
  restart,
  wakeups,
  windowMemory,
  roomMemory,
];

/** What failed first is hidden in what failed when everything was closed after it. */
function tellAll(name: string, error: unknown): void {
  console.error(`\n${name} could not be run:`, error);
  for (let one = error; one instanceof SuppressedError; one = one.suppressed)
    console.error(one.suppressed);
}

endWhenTold();
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => benchmarks.every((one) => one.name !== name));
if (unknown.length > 0) {
  const names = benchmarks.map(({ name }) => name).join(', ');
  console.error(`There is no benchmark ${unknown.join(', ')}; there are ${names}`);
  process.exit(1);
}

// For all the processes that benchmarks start.
const worker = locateWorker();
if (worker) process.env['MEDIASOUP_WORKER_BIN'] = worker;

// As the server does: some benchmarks are its core in this process.
keepAnswersYoung();

for (const benchmark of benchmarks) {
  if (wanted.length > 0 && !wanted.includes(benchmark.name)) continue;
  const before = loadavg();
  try {
    const { figures, did } = await within(longest * 60, benchmark.name, benchmark.run());
    report(benchmark.name, figures, did, before);
  } catch (error) {
    // The others are worth something without it.
    tellAll(benchmark.name, error);
    process.exitCode = 1;
  }
}

// What was given up may still wait for something.
process.exit();
