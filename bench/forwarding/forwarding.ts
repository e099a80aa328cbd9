import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { types } from 'mediasoup';
import type { Benchmark } from '../frame/benchmark.ts';
import { runs } from '../frame/often.ts';
import { ownLoop } from '../frame/own-loop.ts';
import { Process } from '../frame/process.ts';
import { spread } from '../frame/spread.ts';
import { bareRouter, bareWorker, ourRoom, ourWorker } from './rooms.ts';
import { populate, type Side } from './side.ts';

const receivers = 20;
/** Milliseconds of one run, and packets sent in each tenth of a second of it. */
const runMs = 3000;
const burst = 50;

/** Packets passed on per second of the worker's processor time: our room, that listens to who speaks, and a bare router. */
export const forwarding: Benchmark = {
  name: 'forwarding',
  async run() {
    await using sinks = await Process.start<{ ports: number[] }>(
      join(import.meta.dirname, 'sinks.ts'),
      [String(receivers)],
    );
    await using theirs = await bareWorker();
    await using slot = await ourWorker(15_460);
    const bare = await populate('bare router', await bareRouter(theirs), sinks.ready.ports);
    const { room: open, router } = await ourRoom(slot);
    const hear = (voice: types.Producer) => open.hear(voice);
    const room = await populate('our room', router, sinks.ready.ports, hear);

    const rates: Record<string, number[]> = { [room.name]: [], [bare.name]: [] };
    let packets = 0;
    const loop = ownLoop();
    for (let run = 0; run <= runs; run++)
      // Who begins changes, so that what else the machine does falls on both alike.
      for (const side of run % 2 ? [room, bare] : [bare, room]) {
        const pid = side === room ? (slot.pid ?? 0) : theirs.pid;
        const { passed, cpu } = await pass(side, pid);
        // The first run warms up.
        if (run > 0) rates[side.name]?.push(passed / cpu);
        packets += passed;
      }
    for (const { stream } of [room, bare]) stream[Symbol.dispose]();
    const [ours, baseline] = [room, bare].map(({ name }) => spread(rates[name] ?? []));
    return {
      figures: [
        {
          what: 'packets passed on per second of the worker’s processor time',
          unit: '/s',
          ours: ours?.median ?? NaN,
          baseline: baseline?.median ?? NaN,
          bar: { least: 0.97 },
        },
        loop('of the node that forwards'),
      ],
      did: { runs, receivers, packets, rates, spreads: { ours, baseline } },
    };
  },
};

async function pass(side: Side, pid: number): Promise<{ passed: number; cpu: number }> {
  const before = { passed: await side.passed(), cpu: cpuOf(pid) };
  for (const until = performance.now() + runMs; performance.now() < until;) {
    side.stream.send(burst);
    await sleep(100);
  }
  await sleep(100);
  return { passed: (await side.passed()) - before.passed, cpu: cpuOf(pid) - before.cpu };
}

/** Seconds of processor time, to the nanosecond: the ticks of `stat` are too coarse for a short run. */
const cpuOf = (pid: number): number =>
  Number(readFileSync(`/proc/${String(pid)}/schedstat`, 'utf8').split(' ')[0]) / 1e9;
