import { chat } from './chat/chat.ts';
import { forwarding } from './forwarding/forwarding.ts';
import type { Benchmark } from './frame/benchmark.ts';
import { report } from './frame/report.ts';
import { join } from './join/join.ts';
import { workerDeath } from './join/worker-death.ts';
import { roomMemory } from './room-memory/room-memory.ts';
import { store } from './store/store.ts';

const benchmarks: readonly Benchmark[] = [store, chat, join, workerDeath, forwarding, roomMemory];
const wanted = new Set(process.argv.slice(2));

for (const benchmark of benchmarks) {
  if (wanted.size > 0 && !wanted.has(benchmark.name)) continue;
  const { figures, did } = await benchmark.run();
  report(benchmark.name, figures, did);
}
