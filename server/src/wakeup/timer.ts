import type { Instant } from '@confab/shared';
import { Temporal } from '@confab/shared';
import { transact, type Ledger } from '../command/transact.ts';
import type { WakeupHandlers } from './kinds.ts';
import { nearest, plan, type Wakeup } from './store.ts';

/** Milliseconds that the timer looks ahead at most, so that a stepped or paused clock heals. */
const lookAhead = 1_000;
/** Wake-ups done at a stretch before commands get their turn. */
const batch = 20;

/** Does what is due, soonest first, while it runs. Owns its timer. */
export function startWakeups(
  ledger: Ledger,
  clock: () => Instant,
  handlers: WakeupHandlers,
): AsyncDisposable {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  const look = async () => {
    const now = clock();
    const next = await transact(ledger, now, ({ tx }) => nearest(tx, batch));
    const due = next.filter((one) => Temporal.Instant.compare(one.dueAt, now) <= 0);
    for (const wakeup of due) await wake(wakeup, now);
    const ahead = next[due.length];
    const wait = ahead ? now.until(ahead.dueAt).total('milliseconds') : lookAhead;
    schedule(due.length === batch ? 0 : Math.min(wait, lookAhead));
  };

  const wake = ({ kind, ref }: Wakeup, now: Instant) =>
    transact(ledger, now, async (context) => {
      await plan(context.tx, kind, ref, null);
      await handlers[kind](context, ref);
    }).catch(ledger.failed);

  const schedule = (ms: number) => {
    if (stopped) return;
    timer = setTimeout(
      () => {
        running = look().catch((error: unknown) => {
          ledger.failed(error);
          schedule(lookAhead);
        });
      },
      Math.max(ms, 0),
    );
  };

  schedule(0);
  return {
    async [Symbol.asyncDispose]() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
