import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Benchmark } from '../frame/benchmark.ts';
import { keepingUp, keptUp, type KeptUp } from '../frame/keeping-up.ts';
import { memoryWish, type Memory } from '../frame/memory.ts';
import { rounds } from '../frame/often.ts';
import { Process } from '../frame/process.ts';
import { spread } from '../frame/spread.ts';
import { place, surroundings, type Place } from '../town/place.ts';
import { Crowd } from '../windows/crowd.ts';

const size = 1_000;
const few = 40;
const port = 3443;

const files = {
  ours: join(import.meta.dirname, '../town/server.ts'),
  baseline: join(import.meta.dirname, '../windows/baseline.ts'),
};
type Side = keyof typeof files;

/** What a window costs that is up to date and does nothing: the server's memory, beside bare socket.io. */
export const windowMemory: Benchmark = {
  name: 'window-memory',
  async run() {
    using town = await place(size / 2);
    const all: Record<Side, Memory[]> = { ours: [], baseline: [] };
    const pace: KeptUp[] = [];
    for (let round = 0; round < rounds; round++)
      for (const side of ['baseline', 'ours'] as const)
        all[side].push(await perWindow(town, side, pace));
    const line = (what: string, of: keyof Memory) => ({
      what,
      unit: 'kB',
      ours: spread(all.ours.map((one) => one[of])).median / 1024,
      baseline: spread(all.baseline.map((one) => one[of])).median / 1024,
      bar: null,
    });
    return {
      figures: [
        line('heap of the server per idle window', 'heap'),
        line('memory of the server per idle window', 'resident'),
        ...keptUp(pace, 'while a thousand windows came'),
      ],
      did: { rounds, size, bytes: all },
    };
  },
};

/** A few windows come and go first, so that what the server needs once does not count. */
async function perWindow(town: Place, side: Side, pace: KeptUp[]): Promise<Memory> {
  await using server = await Process.start<{ origin: string }>(
    files[side],
    [],
    surroundings(town.copy(), port),
  );
  const { origin } = server.ready;
  await (await Crowd.gather(origin, town, few))[Symbol.asyncDispose]();
  const before = await atRest(server);
  const since = side === 'ours' ? await keepingUp(origin) : null;
  await using _ = await Crowd.gather(origin, town, size);
  if (since) pace.push(await since());
  const after = await atRest(server);
  return {
    heap: (after.heap - before.heap) / size,
    resident: (after.resident - before.resident) / size,
  };
}

async function atRest(server: Process<unknown>): Promise<Memory> {
  await sleep(1_500);
  return server.ask<Memory>(memoryWish);
}
