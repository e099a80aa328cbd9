// Everybody's windows, and an open loop: messages go out when they are due, however the server does.
import { readFileSync } from 'node:fs';
import { newCommandId } from '@confab/shared/protocol';
import type { Townsman } from '../town/town.ts';
import { isGood, Line } from './line.ts';

/** What is asked of this process, and what it answers: milliseconds from when a message was due. */
export interface Load {
  perSecond: number;
  seconds: number;
  /** How many of the town write, in turn; all of them by default. */
  people?: number;
}
export interface Outcome {
  acknowledged: number[];
  delivered: number[];
  refused: Record<string, number>;
  sent: number;
  /** How many had no answer yet when the last was sent. */
  behind: number;
  /** Milliseconds by which this process came late to send, at most. */
  late: number;
  /** Its share of a core while it sent: near one, it was the bottleneck. */
  busy: number;
  /** Milliseconds from the first that was due to the last answer. */
  took: number;
}

const [, , origin = '', townFile = ''] = process.argv;
const town = JSON.parse(readFileSync(townFile, 'utf8')) as Townsman[];
/** When each message was due that has not come to its reader, or has no answer. */
const undelivered = new Map<string, number>();
const unanswered = new Set<string>();
let outcome: Outcome;

/** A message in a push: of ours with more about it, of the baseline's without. */
const message = /"message":\{"id":"([^"]+)"[^}]*?"(?:author|from)":"([^"]+)"/g;

const lines: Line[] = [];
for (const person of town)
  lines.push(
    await Line.open(origin, person, (packet) => {
      for (const [, id = '', author] of packet.matchAll(message)) {
        // The reader's window counts; the writer's own hears of it, too.
        const due = author === person.id ? undefined : undelivered.get(id);
        if (due === undefined) continue;
        undelivered.delete(id);
        outcome.delivered.push(performance.now() - due);
      }
    }),
  );

function send(n: number, due: number): void {
  const id = newCommandId(Date.now());
  undelivered.set(id, due);
  unanswered.add(id);
  outcome.sent++;
  lines[n]?.send(id, town[n]?.other ?? '', 'How was your week? Mine was full.', (answer) => {
    unanswered.delete(id);
    if (isGood(answer)) outcome.acknowledged.push(performance.now() - due);
    else {
      undelivered.delete(id);
      const [{ code }] = JSON.parse(answer) as [{ code: string }];
      outcome.refused[code] = (outcome.refused[code] ?? 0) + 1;
    }
  });
}

async function run({ perSecond, seconds, people = town.length }: Load): Promise<Outcome> {
  const fresh = { acknowledged: [], delivered: [], refused: {}, sent: 0 };
  outcome = { ...fresh, behind: 0, late: 0, busy: 0, took: 0 };
  undelivered.clear();
  unanswered.clear();
  const start = performance.now() + 50;
  const cpu = process.cpuUsage();
  const all = perSecond * seconds;
  const due = (n: number) => start + (n * 1_000) / perSecond;
  for (let n = 0; n < all;) {
    const now = performance.now();
    outcome.late = Math.max(outcome.late, now - due(n));
    for (; n < all && due(n) <= now; n++) send(n % people, due(n));
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  outcome.behind = unanswered.size;
  const { user, system } = process.cpuUsage(cpu);
  outcome.busy = (user + system) / 1_000 / (performance.now() - start);
  const patience = performance.now() + 60_000;
  while (unanswered.size + undelivered.size > 0 && performance.now() < patience)
    await new Promise((resolve) => setTimeout(resolve, 5));
  outcome.took = performance.now() - start;
  return outcome;
}

process.on('message', (load: Load) => void run(load).then((found) => process.send?.(found)));
process.on('disconnect', () => process.exit());
process.send?.({ windows: lines.length });
