import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { expect, test } from 'vitest';
import type { Answer, CommandValue } from '@confab/shared/protocol';
import { tracedServer } from './traced.ts';

const wal = String.raw`confab\.db-wal>`;
const writes = new RegExp(String.raw`\bpwritev?(64)?\(\d+<[^>]*${wal}`);
const begun = new RegExp(String.raw`\bf(data)?sync\(\d+<[^>]*${wal}`);
const ended = /\bf(data)?sync (resumed|\().*= 0|\bf(data)?sync\(.*= 0/;
const sends = /\b(write|writev|sendto|sendmsg)\(\d+<(socket|TCP)/;
/** An answer of success on its way: an acknowledgement of socket.io’s. One write may carry several. */
const acknowledgement = /43\d+\[\{\\"ok\\":true,\\"value\\":\{\\"programId\\":\\"([0-9a-f-]{36})/g;
const marks = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** What one thread did, in its order: the marks that it put in the log, and each acknowledgement. */
function readTrace(lines: string[]) {
  const seen = { written: 0, synced: 0 };
  const answered: { programId: string; synced: ReadonlySet<string> }[] = [];
  let written: string[] = [];
  let syncing: string[] | null = null;
  const synced = new Set<string>();
  for (const line of lines)
    if (writes.test(line)) {
      seen.written++;
      written.push(...(line.match(marks) ?? []));
    } else if (begun.test(line) || (syncing && ended.test(line))) {
      // Where other threads come between, a line says that it began, and another that it ended.
      syncing ??= written.splice(0);
      if (!ended.test(line)) continue;
      for (const mark of syncing) synced.add(mark);
      syncing = null;
      seen.synced++;
    } else if (sends.test(line))
      for (const [, programId = ''] of line.matchAll(acknowledgement))
        answered.push({ programId, synced: new Set(synced) });
  return { seen, answered };
}

test('C2: what a command wrote is in the log and synced before its acknowledgement leaves', async () => {
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
  /** By the program that each command founded, the mark that it carried. */
  const founded = new Map<string, string>();
  const found = async () => {
    const commandId = randomUUID();
    const program = { name: `Program ${commandId}`, purpose: 'To be kept.' };
    const answer = (await socket.emitWithAck(
      'command',
      'admin.create-program',
      commandId,
      program,
    )) as Answer<CommandValue<'admin.create-program'>>;
    if (!answer.ok) throw new Error(answer.code);
    founded.set(answer.value.programId, commandId);
  };
  for (const together of [1, 20, 1, 20])
    await Promise.all(Array.from({ length: together }, () => found()));
  socket.disconnect();
  const trace = await server.end();

  // The thread that brings pages over syncs, too, and that must not count.
  const writer = trace.find((line) => writes.test(line))?.split(' ')[0];
  expect(writer).toMatch(/^\d+$/);
  const own = trace.filter((line) => line.startsWith(`${String(writer)} `));
  const { seen, answered } = readTrace(own);
  expect(answered.map(({ programId }) => programId).toSorted()).toEqual(
    [...founded.keys()].toSorted(),
  );
  expect(answered).toHaveLength(42);
  expect(seen.written).toBeGreaterThan(4);
  expect(seen.synced).toBeGreaterThanOrEqual(4);
  const early = answered.filter(
    ({ programId, synced }) => !synced.has(programId) || !synced.has(founded.get(programId) ?? ''),
  );
  expect(early.map(({ programId }) => programId)).toEqual([]);
  rmSync(folder, { recursive: true });
}, 120_000);
