import { createSocket } from 'node:dgram';
import type { Router } from 'mediasoup/types';
import { expect, test } from 'vitest';
import { codecs } from '../src/codecs.ts';
import { startWorker } from '../src/start-worker.ts';
import { WorkerLoad } from '../src/worker-load.ts';
import { WorkerPool } from '../src/worker-pool.ts';
import type { WorkerSlot } from '../src/worker-slot.ts';
import { quiet, workerBin } from './stage.ts';
import { until } from './until.ts';

test('a room is for the worker that is least busy, though more rooms are there', async () => {
  const pool = await WorkerPool.create({
    workerBin: workerBin(),
    workers: 3,
    listen: { ip: '127.0.0.1', port: 12050, announcedAddresses: [] },
    log: quiet,
  });
  try {
    const loads = (shares: number[]) => {
      for (const [index, slot] of pool.slots.entries()) slot.load.share = shares[index] ?? 0;
    };
    const chosen = (rooms: number[]) =>
      pool.choose((slot: WorkerSlot) => rooms[slot.index] ?? 0)?.index;

    loads([0.8, 0.1, 0.5]);
    expect(chosen([0, 7, 0])).toBe(1);
    loads([0.5, 0.8, 0.1]);
    expect(chosen([0, 0, 7])).toBe(2);
    // A little more is no more: then the rooms count.
    loads([0.12, 0.1, 0.8]);
    expect(chosen([2, 3, 0])).toBe(0);
    expect(chosen([3, 2, 0])).toBe(1);
  } finally {
    await pool.close();
  }
});

test('what a worker has to do is seen by its load', async () => {
  const worker = await startWorker({ workerBin: workerBin(), logLevel: 'none' });
  const load = new WorkerLoad();
  const from = createSocket('udp4');
  try {
    const router = await worker.createRouter({ mediaCodecs: codecs });
    const told = await crowd(router);
    load.follow(worker);
    expect(load.share).toBe(0);
    let sequence = 0;
    await until(() => {
      for (let n = 0; n < 50; n++) from.send(packet(sequence++ % 2 ** 16), told, '127.0.0.1');
      return load.share > 0.05;
    }, 50_000);
    expect(load.share).toBeLessThanOrEqual(1);
    load.follow(null);
    expect(load.share).toBe(0);
  } finally {
    from.close();
    load.follow(null);
    worker.close();
  }
});

const ssrc = 1234;
const payloadType = 111;

/** One who speaks and fifty who listen: each packet that comes is many that go. @returns where to send */
async function crowd(router: Router): Promise<number> {
  const transport = (port: number, comedia: boolean) =>
    router.createPlainTransport({
      listenInfo: { protocol: 'udp', ip: '127.0.0.1', port },
      comedia,
    });
  const [speaks, listen] = [await transport(12053, true), await transport(12054, false)];
  // Nobody is there to hear it: that is the system's to find out, not the worker's.
  await listen.connect({ ip: '127.0.0.1', port: 12055 });
  const { id: producerId } = await speaks.produce({
    kind: 'audio',
    rtpParameters: {
      codecs: [{ mimeType: 'audio/opus', payloadType, clockRate: 48_000, channels: 2 }],
      encodings: [{ ssrc }],
    },
  });
  const { rtpCapabilities } = router;
  for (let n = 0; n < 50; n++) await listen.consume({ producerId, rtpCapabilities });
  return 12053;
}

/** A packet of sound, as long as they mostly are. */
function packet(sequence: number): Buffer {
  const made = Buffer.alloc(100);
  made.writeUInt8(0x80, 0);
  made.writeUInt8(payloadType, 1);
  made.writeUInt16BE(sequence, 2);
  made.writeUInt32BE(sequence * 960, 4);
  made.writeUInt32BE(ssrc, 8);
  return made;
}
