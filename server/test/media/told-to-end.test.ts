import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, test, vi } from 'vitest';
import { after, Apart } from './apart.ts';
import { call } from './caller.ts';

const patience = { timeout: 15_000 };

const entry = new URL('../../../sfu/src/main.ts', import.meta.url).pathname;

/** A media node as operators run it, and what it wrote into its log. */
async function running(apart: Apart, mediaPort: number) {
  const child = fork(entry, {
    env: {
      ...process.env,
      CONFAB_DATA: await apart.keysFolder(),
      SFU_PORT: '0',
      MEDIA_PORT: String(mediaPort),
      MEDIA_WORKERS: '1',
      MEDIA_ADDRESSES: '127.0.0.1',
      LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const log: { msg: string; port?: number }[] = [];
  if (child.stdout)
    createInterface(child.stdout).on('line', (line) => log.push(JSON.parse(line) as never));
  const ended = once(child, 'exit') as Promise<[number | null]>;
  await vi.waitUntil(() => log.length > 0, patience);
  return {
    url: `http://127.0.0.1:${String(log[0]?.port)}`,
    log: () => log.map(({ msg }) => msg.split(':')[0]),
    tell: (signal: NodeJS.Signals) => void child.kill(signal),
    ended: async () => (await ended)[0],
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

test('a node that is told to end keeps the call that goes on, and ends after it', async () => {
  await using apart = await Apart.open();
  await using node = await running(apart, 14_150);
  const { line, connected } = apart.line(node.url);
  await vi.waitUntil(connected, patience);
  const roomId = randomUUID();
  await line.open({ roomId, epoch: 1, closesAt: after(3_600_000) });
  const ada = await call(node.url, await apart.grant(roomId));
  await ada.join();

  node.tell('SIGTERM');
  await vi.waitUntil(() => node.log().includes('draining'), patience);
  // Nobody can join without the worker, which is as alive as before.
  const bo = await call(node.url, await apart.grant(roomId));
  await bo.join();
  expect(ada.told).not.toContain('rebuild');
  expect(node.log()).not.toContain('media worker died');

  for (const person of [ada, bo]) await person.leave();
  expect(await node.ended()).toBe(0);
});

test('a node that is told twice ends now', async () => {
  await using apart = await Apart.open();
  await using node = await running(apart, 14_151);
  const { line, connected } = apart.line(node.url);
  await vi.waitUntil(connected, patience);
  const roomId = randomUUID();
  await line.open({ roomId, epoch: 1, closesAt: after(3_600_000) });
  const ada = await call(node.url, await apart.grant(roomId));
  await ada.join();

  node.tell('SIGTERM');
  await vi.waitUntil(() => node.log().includes('draining'), patience);
  node.tell('SIGTERM');
  expect(await node.ended()).toBe(0);
});
