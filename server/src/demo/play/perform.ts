import { Temporal, type Instant } from '@confab/shared';
import { transact } from '../../command/transact.ts';
import type { Core } from '../../core.ts';
import { nearest, plan } from '../../wakeup/store.ts';

/** One thing that happens in the story. */
export interface Act {
  at: Instant;
  perform(): Promise<void>;
}

/** Performs the acts in the order of time, Confab's own wake-ups among them, until `now`. */
export async function perform(core: Core, acts: readonly Act[], now: Instant): Promise<void> {
  const inOrder = acts.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
  for (const act of inOrder) {
    await passTime(core, act.at);
    await act.perform();
  }
  await passTime(core, now);
}

/** Does what falls due until then, each at its own instant, as the timer would have. @see D6 */
async function passTime(core: Core, until: Instant): Promise<void> {
  const next = () => transact(core.ledger, until, ({ tx }) => nearest(tx, 1));
  for (let [due] = await next(); due; [due] = await next()) {
    const { kind, ref, dueAt } = due;
    if (Temporal.Instant.compare(dueAt, until) > 0) return;
    await transact(core.ledger, dueAt, async (context) => {
      await plan(context.tx, kind, ref, null);
      await core.wakeups[kind](context, ref);
    });
  }
}
