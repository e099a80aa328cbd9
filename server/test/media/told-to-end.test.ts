import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { after, Apart } from './apart.ts';
import { call } from './caller.ts';
import { running } from './node-process.ts';

const patience = { timeout: 15_000 };

test('a node that is told to end keeps the call that goes on, and ends after it', async () => {
  await using apart = await Apart.open();
  await using node = await running(await apart.keysFolder(), 14_150);
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
  await using node = await running(await apart.keysFolder(), 14_151);
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
