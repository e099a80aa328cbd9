// Everybody's windows, and an open loop: messages go out when they are due, however the server does.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { io, type Socket } from 'socket.io-client';
import { protocolVersion } from '@confab/shared/protocol';
import type { Townsman } from '../town/town.ts';

/** What is asked of this process, and what it answers: milliseconds from when a message was due. */
export interface Load {
  perSecond: number;
  seconds: number;
}
export interface Outcome {
  acknowledged: number[];
  delivered: number[];
  refused: Record<string, number>;
  sent: number;
  /** Milliseconds from the first that was due to the last answer. */
  took: number;
}

const [, , origin = '', townFile = ''] = process.argv;
const town = JSON.parse(readFileSync(townFile, 'utf8')) as Townsman[];
const dueAt = new Map<string, number>();
let outcome: Outcome;
const awaited = new Set<string>();

const windows: Socket[] = await Promise.all(
  town.map(async ({ id, cookie }) => {
    const socket = io(origin, {
      transports: ['websocket'],
      forceNew: true,
      auth: { id },
      extraHeaders: { origin, cookie },
    });
    socket.on('feed', (events: { message?: { id: string; author?: string; from?: string } }[]) => {
      for (const { message } of events) {
        if (!message) continue;
        const due = dueAt.get(message.id);
        // The reader's window counts; the writer's own hears of it, too.
        if (due === undefined || (message.author ?? message.from) === id) continue;
        dueAt.delete(message.id);
        outcome.delivered.push(performance.now() - due);
      }
    });
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    const resumed = (await socket.emitWithAck('query', 'live.resume', {
      protocol: protocolVersion,
      after: null,
    })) as { ok: boolean };
    if (!resumed.ok) throw new Error(JSON.stringify(resumed));
    return socket;
  }),
);

function send(n: number, due: number): void {
  const from = town[n % town.length];
  const id = randomUUID();
  dueAt.set(id, due);
  awaited.add(id);
  outcome.sent++;
  windows[n % town.length]?.emit(
    'command',
    'chat.send',
    id,
    { to: from?.other, text: 'How was your week? Mine was full.' },
    (answer: { ok: boolean; code?: string }) => {
      awaited.delete(id);
      if (answer.ok) outcome.acknowledged.push(performance.now() - due);
      else {
        dueAt.delete(id);
        outcome.refused[answer.code ?? ''] = (outcome.refused[answer.code ?? ''] ?? 0) + 1;
      }
    },
  );
}

async function run({ perSecond, seconds }: Load): Promise<Outcome> {
  outcome = { acknowledged: [], delivered: [], refused: {}, sent: 0, took: 0 };
  dueAt.clear();
  const start = performance.now() + 50;
  const all = perSecond * seconds;
  for (let n = 0; n < all;) {
    const now = performance.now();
    for (; n < all && start + (n * 1_000) / perSecond <= now; n++)
      send(n, start + (n * 1_000) / perSecond);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  const patience = performance.now() + 40_000;
  while ((awaited.size > 0 || dueAt.size > 0) && performance.now() < patience)
    await new Promise((resolve) => setTimeout(resolve, 5));
  outcome.took = performance.now() - start;
  return outcome;
}

process.on('message', (load: Load) => void run(load).then((found) => process.send?.(found)));
process.send?.({ windows: windows.length });
