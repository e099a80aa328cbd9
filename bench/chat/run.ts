import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { keepingUp, type KeptUp } from '../frame/keeping-up.ts';
import { Process } from '../frame/process.ts';
import { spread, type Spread } from '../frame/spread.ts';
import { surroundings, type Place } from '../town/place.ts';
import type { Load, Outcome } from './senders.ts';

/** Who keeps the messages. */
export type Keeper = 'ours' | 'baseline' | 'ours, one a commit';

const files: Record<Keeper, [file: string, works: string]> = {
  ours: [join(import.meta.dirname, '../town/server.ts'), '64'],
  'ours, one a commit': [join(import.meta.dirname, '../town/server.ts'), '1'],
  baseline: [join(import.meta.dirname, 'baseline.ts'), '64'],
};

export interface Measured extends KeptUp {
  offered: number;
  sent: number;
  acknowledgedCount: number;
  deliveredCount: number;
  refused: Record<string, number>;
  /** Messages without an answer when the last was sent: where it is too much, they pile up. */
  behind: number;
  /** Milliseconds by which the senders came late at most, and their share of a core while they sent. */
  late: number;
  senders: number;
  /** Milliseconds from when it was due. */
  acknowledged: Spread;
  delivered: Spread;
  /** Durable messages per second of time, and per second of the server's processor time. */
  perSecond: number;
  perCpuSecond: number;
  /** Works kept by one commit, on average. */
  together: number;
}

/** The baseline does not tell how it keeps up. */
const untold: KeptUp = { loopDelay: NaN, commit: NaN, commits: NaN };

/** One server, everybody's windows, and the loads one after the other. */
export async function run(
  town: Place,
  keeper: Keeper,
  port: number,
  loads: readonly Load[],
): Promise<Measured[]> {
  const [file, works] = files[keeper];
  const folder = town.copy();
  using owned = new DisposableStack();
  owned.defer(() => {
    rmSync(folder, { recursive: true });
  });
  await using server = await Process.start<{ origin: string }>(
    file,
    [works],
    surroundings(folder, port),
  );
  const { origin } = server.ready;
  await using senders = await Process.start(join(import.meta.dirname, 'senders.ts'), [
    origin,
    town.file,
  ]);
  // The first messages are for whatever is done once.
  await senders.ask<Outcome>({ perSecond: 400, seconds: 3 } satisfies Load);
  const measured: Measured[] = [];
  for (const load of loads) {
    const since = keeper === 'baseline' ? null : await keepingUp(origin);
    const cpu = server.cpu();
    const found = await senders.ask<Outcome>(load);
    const spent = server.cpu() - cpu;
    const pace = since ? await since() : untold;
    measured.push({
      offered: load.perSecond,
      sent: found.sent,
      acknowledgedCount: found.acknowledged.length,
      deliveredCount: found.delivered.length,
      refused: found.refused,
      behind: found.behind,
      late: found.late,
      senders: found.busy,
      acknowledged: spread(found.acknowledged),
      delivered: spread(found.delivered),
      perSecond: (found.acknowledged.length / found.took) * 1_000,
      perCpuSecond: found.acknowledged.length / spent,
      ...pace,
      together: found.acknowledged.length / pace.commits,
    });
  }
  return measured;
}
