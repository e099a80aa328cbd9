import { setImmediate as turn } from 'node:timers/promises';
import { Temporal, toText } from '@confab/shared';
import type { Answer, QueryName, QueryWire } from '@confab/shared/protocol';
import { planAnew } from '../../src/core.ts';
import { concernedBy } from '../../src/features/concerned.ts';
import { startWakeups } from '../../src/wakeup/timer.ts';
import { outcomesOf, wakeupRows } from '../stage/rows.ts';
import type { Stage } from '../stage/stage.ts';
import type { Confab } from './confab.ts';
import type { Call } from './rulings.ts';

/** In this process: killed is what is left behind, with all that it had begun. */
export abstract class Mortal implements Confab {
  stage: Stage;

  protected constructor(stage: Stage) {
    this.stage = stage;
  }

  abstract dieWith(calls: Call[], turns: number): Promise<(Answer<unknown> | null)[]>;
  abstract [Symbol.asyncDispose](): Promise<void>;

  give({ actor, name, input, commandId }: Call): Promise<Answer<unknown>> {
    return this.stage.give(actor, name, input, commandId);
  }

  person(name: string, zone: string, admin: boolean): Promise<string> {
    return this.stage.person(name, zone, admin);
  }

  ask<Name extends QueryName>(actorId: string, name: Name, input: QueryWire<Name>) {
    return this.stage.ask(actorId, name, input);
  }

  know<Name extends QueryName>(actorId: string, name: Name, input: QueryWire<Name>) {
    return this.stage.know(actorId, name, input);
  }

  goTo(at: number): void {
    this.stage.now = Temporal.Instant.fromEpochMilliseconds(at);
  }

  planned(): Promise<string[]> {
    return wakeupRows(this.stage.db);
  }

  kept(commandIds: string[]): Promise<string[]> {
    return outcomesOf(this.stage.db, commandIds);
  }

  failures(): Promise<unknown[]> {
    return Promise.resolve(this.stage.failures);
  }

  clockWasSet(): Promise<void> {
    return planAnew(this.stage.core.ledger, this.stage.now);
  }

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
