import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { types } from 'mediasoup';
import type { Benchmark } from '../frame/benchmark.ts';
import { runs } from '../frame/often.ts';
import { ownLoop } from '../frame/own-loop.ts';
import { spread } from '../frame/spread.ts';
import { bareRouter, bareWorker, ourRoom, ourWorker } from '../forwarding/rooms.ts';
import type { SeatMedia } from '../../sfu/src/seat-media.ts';

const rooms = 100;

/** What a room of two costs that sends nothing: its worker's memory, ours beside bare mediasoup. */
export const roomMemory: Benchmark = {
  name: 'room-memory',
  async run() {
    const ours: number[] = [];
    const bare: number[] = [];
    const loop = ownLoop();
    for (let run = 0; run < runs; run++) {
      ours.push(await ofOurs());
      bare.push(await ofBare());
    }
    return {
      figures: [
        {
          what: 'memory of the worker per idle room of two',
          unit: 'kB',
          ours: spread(ours).median,
          baseline: spread(bare).median,
          bar: null,
        },
        loop('of the node while a hundred rooms were made'),
      ],
      did: { runs, rooms, kilobytes: { ours, bare } },
    };
  },
};

async function ofOurs(): Promise<number> {
  await using slot = await ourWorker(15_470);
  const before = await resident(slot.pid);
  const held: SeatMedia[] = [];
  for (let count = 0; count < rooms; count++) {
    const { room } = await ourRoom(slot);
    for (let person = 0; person < 2; person++) {
      const media = await room.createMedia();
      if (media) held.push(media);
    }
  }
  return ((await resident(slot.pid)) - before) / rooms;
}

async function ofBare(): Promise<number> {
  await using worker = await bareWorker();
  const webRtcServer = await worker.createWebRtcServer({
    listenInfos: (['udp', 'tcp'] as const).map((protocol) => ({
      protocol,
      ip: '127.0.0.1',
      port: 15_471,
    })),
  });
  const before = await resident(worker.pid);
  const held: types.WebRtcTransport[] = [];
  for (let count = 0; count < rooms; count++) {
    const router = await bareRouter(worker);
    for (let transport = 0; transport < 4; transport++)
      held.push(await router.createWebRtcTransport({ webRtcServer }));
  }
  return ((await resident(worker.pid)) - before) / rooms;
}

/** Kilobytes that a process holds, once it has come to rest. */
async function resident(pid: number | null): Promise<number> {
  await sleep(300);
  const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]);
}
