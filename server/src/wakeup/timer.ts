import { Temporal, type Instant } from '@confab/shared';
import { behind, transact, type Ledger } from '../command/transact.ts';
import type { Tx } from '../db/database.ts';
import { StoreUnavailable } from '../db/unavailable.ts';
import { hold } from '../feed/hold.ts';
import type { WakeupHandlers } from './kinds.ts';
import { nearest, take, type Wakeup } from './store.ts';

/** Milliseconds that the timer looks ahead at most, so that a stepped or paused clock heals. */
const lookAhead = 1_000;
/** Wake-ups that are begun together: as many as the store may keep with one commit. */
const together = 64;
/** Milliseconds until one that failed is tried again; the others do not wait for it. */
const rest = 60_000;

/**
 * Does what is due, soonest first, while it runs; a night's worth goes behind what people do
 * meanwhile, who find what is due for themselves done by their own commands. Owns its timer.
 * @see D6
 * @param whom the people whom a wake-up with this `ref` concerns
 */
export function startWakeups(
  ledger: Ledger,
  clock: () => Instant,
  handlers: WakeupHandlers,
  whom: (tx: Tx, ref: string) => Promise<string[]>,
): AsyncDisposable {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  /** Until when each that failed is left alone, by a steady clock. */
  const resting = new Map<string, number>();
  const written = behind(ledger);

  const look = async () => {
    const found = await written.store.read((tx) => nearest(tx, together + resting.size));
    // What was found may have been planned anew because the clock was set.
    const now = clock();
    const next = found.filter((one) => (resting.get(nameOf(one)) ?? 0) <= performance.now());
    const isDue = ({ dueAt }: Wakeup) => Temporal.Instant.compare(dueAt, now) <= 0;
    const due = next.filter(isDue).slice(0, together);
    await allOf(due.map((wakeup) => wake(wakeup, now)));
    const ahead = next[due.length];
    const wait = ahead ? now.until(ahead.dueAt).total('milliseconds') : lookAhead;
    schedule(due.length > 0 ? 0 : Math.min(wait, lookAhead));
  };

  const wake = async (wakeup: Wakeup, now: Instant) => {
    const { kind, ref } = wakeup;
    resting.delete(nameOf(wakeup));
    try {
      await transact(written, now, async (context) => {
        // First the people, then the wake-up, as commands do that move it.
        await hold(context.tx, await whom(context.tx, ref));
        if (await take(context.tx, wakeup)) await handlers[kind](context, ref);
      });
    } catch (error) {
      // A store that is away is no fault of this one.
      if (error instanceof StoreUnavailable) throw error;
      resting.set(nameOf(wakeup), performance.now() + rest);
      ledger.failed(error);
    }
  };

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

/** All of them to their end, whatever becomes of one. @throws what the first threw */
async function allOf(works: Promise<void>[]): Promise<void> {
  for (const one of await Promise.allSettled(works))
    if (one.status === 'rejected') throw one.reason;
}

const nameOf = ({ kind, ref }: Wakeup) => `${kind} ${ref}`;
