import { setImmediate as turn } from 'node:timers/promises';
import { toText } from '@confab/shared';
import type { Answer } from '@confab/shared/protocol';
import { planAnew } from '../../src/core.ts';
import { concernedBy } from '../../src/features/concerned.ts';
import { startWakeups } from '../../src/wakeup/timer.ts';
import type { Stage } from '../stage/stage.ts';
import type { Call } from './rulings.ts';

/** A Confab that can be killed at any moment and opened again on what was kept. */
export abstract class Mortal implements AsyncDisposable {
  stage: Stage;

  protected constructor(stage: Stage) {
    this.stage = stage;
  }

  /**
   * Kills it with these commands in flight, some turns after they were sent: what goes on is what
   * was kept at that moment. @returns the answers that had come by then, null for the others
   */
  abstract dieWith(calls: Call[], turns: number): Promise<(Answer<unknown> | null)[]>;
  abstract [Symbol.asyncDispose](): Promise<void>;

  give({ actor, name, input, commandId }: Call): Promise<Answer<unknown>> {
    return this.stage.give(actor, name, input, commandId);
  }

  /** What is done when the clock is seen to have been set. */
  clockWasSet(): Promise<void> {
    return planAnew(this.stage.core.ledger, this.stage.now);
  }

  /** Lets the timer do everything that is due. */
  async wake(): Promise<void> {
    const { stage } = this;
    const { ledger, wakeups } = stage.core;
    const due = () =>
      stage.db
        .selectFrom('wakeup')
        .select('ref')
        .where('due_at', '<=', toText(stage.now))
        .executeTakeFirst();
    const timer = startWakeups(ledger, () => stage.now, wakeups, concernedBy);
    while (await due()) await turn();
    await timer[Symbol.asyncDispose]();
  }

  /** Goes on as another, which has met what this one has. */
  protected goOnAs(next: Stage): void {
    next.failures.push(...this.stage.failures);
    this.stage = next;
  }
}
