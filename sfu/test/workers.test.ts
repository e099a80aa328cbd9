import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { picture, voice } from './rtp.ts';
import { quiet, Stage, workerBin } from './stage.ts';
import { until } from './until.ts';

test('a killed worker is replaced, and its rooms are built anew without losing a seat', async () => {
  await using stage = await Stage.open({ mediaPort: 12020 });
  await stage.openRoom();
  const [ada, bo] = [await stage.person(), await stage.person()];
  const before = await ada.join();
  await bo.join();
  await ada.call('produce', { source: 'camera', rtpParameters: picture(), paused: false });
  const { pid } = stage.node.health().workers[0] ?? {};

  process.kill(pid ?? 0, 'SIGKILL');
  await Promise.all([ada.hears('rebuild'), bo.hears('rebuild')]);
  expect(stage.node.health()).toMatchObject({ ok: true, workers: [{ alive: true }] });
  expect(stage.node.health().workers[0]?.pid).not.toBe(pid);
  expect(stage.node.metrics()).toMatchObject({ workerDeaths: 1, seats: 2, producers: 0 });

  const rebuilt = await ada.join(before.seatId, 'kept');
  expect(rebuilt.seatId).toBe(before.seatId);
  expect(rebuilt.transports?.send.id).not.toBe(before.transports?.send.id);
  expect(rebuilt.sending).toEqual([]);
  const produced = { source: 'microphone', rtpParameters: voice(), paused: false } as const;
  expect(await ada.call('produce', produced)).toMatchObject({ ok: true });
  expect((await bo.join(null)).consumers.map(({ source }) => source)).toEqual(['microphone']);
  expect(stage.attendance.map(({ kind }) => kind)).toEqual(['joined', 'joined']);
});

test('while no worker can be started calls are refused, not lost, and it is tried again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'confab-worker-'));
  const bin = join(folder, 'mediasoup-worker');
  symlinkSync(workerBin(), bin);
  const errors: string[] = [];
  const log = { ...quiet, error: (_: object, what: string) => void errors.push(what) };
  try {
    await using stage = await Stage.open({ mediaPort: 12021, workerBin: bin, log });
    await stage.openRoom();
    const [ada, bo] = [await stage.person(), await stage.person()];
    await ada.join();
    rmSync(bin);
    process.kill(stage.node.health().workers[0]?.pid ?? 0, 'SIGKILL');
    await until(() => errors.includes('no media worker yet'));
    expect(stage.node.health()).toMatchObject({
      ok: false,
      workers: [{ alive: false, pid: null }],
    });
    // Nobody is sent to where nothing can be had.
    expect(stage.node.load()).toBe(1);
    const { capabilities: rtpCapabilities } = bo;
    const asked = { rtpCapabilities, seatId: null, media: 'fresh' } as const;
    expect(await bo.call('join', asked)).toEqual({ ok: false, code: 'unavailable' });

    symlinkSync(workerBin(), bin);
    await bo.hears('rebuild');
    expect((await bo.join()).people).toHaveLength(1);
    expect(stage.node.health().ok).toBe(true);
    expect(stage.node.load()).toBeLessThan(1);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('rooms are spread over the workers, each on its own port', async () => {
  await using stage = await Stage.open({ mediaPort: 12025, workers: 2 });
  const ports = [];
  for (const roomId of [randomUUID(), randomUUID()]) {
    await stage.openRoom({ roomId });
    const person = await stage.person({ roomId });
    const { transports } = await person.join();
    ports.push(transports?.send.iceCandidates[0]?.port);
  }
  expect(new Set(ports)).toEqual(new Set([12025, 12026]));
  expect(stage.node.health().workers.map(({ rooms }) => rooms)).toEqual([1, 1]);
});

test('every announced address is offered, best first', async () => {
  const announcedAddresses = ['192.0.2.1', 'media.example.org'];
  await using stage = await Stage.open({ mediaPort: 12030, announcedAddresses });
  await stage.openRoom();
  const ada = await stage.person();
  const { transports } = await ada.join();
  const offered = transports?.receive.iceCandidates ?? [];
  expect(offered.map(({ address, protocol }) => `${protocol} ${address}`)).toEqual([
    'udp 192.0.2.1',
    'tcp 192.0.2.1',
    'udp media.example.org',
    'tcp media.example.org',
  ]);
  expect(new Set(offered.map(({ priority }) => priority)).size).toBe(4);
  const [first, , third] = offered;
  expect(first?.priority).toBeGreaterThan(third?.priority ?? Infinity);
});

test('a port that is taken fails at start and leaves no worker behind', async () => {
  await using holder = await Stage.open({ mediaPort: 12035 });
  expect(holder.node.health().ok).toBe(true);
  await expect(Stage.open({ mediaPort: 12034, workers: 2 })).rejects.toThrow(/in use|EADDRINUSE/i);
});
