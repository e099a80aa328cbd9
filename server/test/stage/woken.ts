import { expect, vi } from 'vitest';
import { toText } from '@confab/shared';
import { concernedBy } from '../../src/features/concerned.ts';
import { startWakeups } from '../../src/wakeup/timer.ts';
import type { Stage } from './stage.ts';

const timerOf = (stage: Stage) =>
  startWakeups(stage.core.ledger, () => stage.now, stage.core.wakeups, concernedBy);

/** However busy the machine is. */
const patience = { timeout: 30_000 };

/** Lets the timer do everything that is due. */
export async function wake(stage: Stage): Promise<void> {
  await using _ = timerOf(stage);
  await vi.waitFor(async () => {
    const due = await stage.db
      .selectFrom('wakeup')
      .select('ref')
      .where('due_at', '<=', toText(stage.now))
      .execute();
    expect(due).toEqual([]);
  }, patience);
}
