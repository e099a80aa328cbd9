import { expect, test, vi } from 'vitest';
import { transact } from '../../src/command/transact.ts';
import { concernedBy } from '../../src/features/concerned.ts';
import type { WakeupHandlers } from '../../src/wakeup/kinds.ts';
import { plan } from '../../src/wakeup/store.ts';
import { startWakeups } from '../../src/wakeup/timer.ts';
import { Stage } from '../stage/stage.ts';

test('D6: what two timers find due is done once', async () => {
  await using stage = await Stage.open();
  const { ledger } = stage.core;
  const done: string[] = [];
  const doing = (_: unknown, ref: string) => {
    done.push(ref);
    return Promise.resolve();
  };
  const handlers: WakeupHandlers = {
    deadline: doing,
    closing: doing,
    forgotten: doing,
    'room-grace': doing,
    trim: doing,
    digest: doing,
    'answer-halfway': doing,
    'answer-soon': doing,
    'day-before': doing,
    'hour-before': doing,
    'room-opens': doing,
    unmarked: doing,
    'still-unmarked': doing,
  };
  const refs = Array.from({ length: 60 }, (_, number) => `wake-up ${String(number)}`);
  await transact(ledger, stage.now, async ({ tx }) => {
    for (const ref of refs) await plan(tx, 'closing', ref, stage.now);
  });
  await using timers = new AsyncDisposableStack();
  for (let servers = 0; servers < 2; servers++)
    timers.use(startWakeups(ledger, () => stage.now, handlers, concernedBy));
  await vi.waitFor(
    async () => {
      const left = await stage.db.selectFrom('wakeup').select('ref').executeTakeFirst();
      expect(left).toBeUndefined();
    },
    { timeout: 20_000 },
  );
  expect(done.toSorted()).toEqual(refs.toSorted());
  expect(stage.failures).toEqual([]);
});
