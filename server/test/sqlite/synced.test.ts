import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { expect, test } from 'vitest';
import { tracedServer } from './traced.ts';

const wal = String.raw`confab\.db-wal>`;
const writes = new RegExp(String.raw`\bpwritev?(64)?\(\d+<[^>]*${wal}`);
const begun = new RegExp(String.raw`\bf(data)?sync\(\d+<[^>]*${wal}`);
const ended = /\bf(data)?sync (resumed|\().*= 0|\bf(data)?sync\(.*= 0/;
/** An answer of success on its way to a socket: an acknowledgement of socket.io’s. */
const acknowledges = /\b(write|writev|sendto|sendmsg)\(\d+<(socket|TCP)[^>]*>.*\[\{\\"ok\\":true/;

test('C2: between what a batch writes and its first acknowledgement lies a sync', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'confab-synced-'));
  using server = await tracedServer(folder);
  const { origin, setupCode: code } = server;
  const entered = await fetch(`${origin}/api/setup`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({
      code,
      name: 'Sanna',
      email: 'sanna@example.org',
      password: 'seventeen apples',
      zone: 'Europe/Helsinki',
    }),
  });
  expect(entered.status).toBe(200);
  const cookie = entered.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const socket = io(origin, { transports: ['websocket'], extraHeaders: { origin, cookie } });
  const found = (n: number) =>
    socket.emitWithAck('command', 'admin.create-program', randomUUID(), {
      name: `Program ${String(n)}`,
      purpose: 'To be kept.',
    }) as Promise<{ ok: boolean }>;
  for (const together of [1, 20, 1, 20])
    expect(await Promise.all(Array.from({ length: together }, (_, n) => found(n)))).toEqual(
      Array.from({ length: together }, () => expect.objectContaining({ ok: true }) as unknown),
    );
  socket.disconnect();
  const trace = await server.end();

  const seen = { written: 0, synced: 0, acknowledged: 0, early: 0 };
  let unsynced = false;
  let syncing = false;
  // The thread that brings pages over syncs, too, and that must not count.
  const writer = trace.find((line) => writes.test(line))?.split(' ')[0];
  expect(writer).toMatch(/^\d+$/);
  for (const line of trace.filter((one) => one.startsWith(`${String(writer)} `))) {
    if (writes.test(line)) {
      unsynced = true;
      seen.written++;
    } else if (begun.test(line) || (syncing && ended.test(line))) {
      syncing = !ended.test(line);
      if (!syncing) {
        unsynced = false;
        seen.synced++;
      }
    } else if (acknowledges.test(line)) {
      // One frame may lie in a write with others: each has its own answer.
      seen.acknowledged += line.match(/\[\{\\"ok\\":true/g)?.length ?? 0;
      if (unsynced || syncing) seen.early++;
    }
  }
  expect(seen.acknowledged).toBe(42);
  expect(seen.written).toBeGreaterThan(4);
  expect(seen.synced).toBeGreaterThanOrEqual(4);
  expect(seen.early).toBe(0);
  rmSync(folder, { recursive: true });
}, 120_000);
