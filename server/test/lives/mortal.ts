import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { toText, type Instant } from '@confab/shared';
import type { Answer } from '@confab/shared/protocol';
import { planAnew } from '../../src/core.ts';
import { concernedBy } from '../../src/features/concerned.ts';
import { startWakeups } from '../../src/wakeup/timer.ts';
import { Stage } from '../stage/stage.ts';
import type { Call } from './rulings.ts';

/** A Confab on a file, that can be killed at any moment and opened again on what was on disk. */
export class Mortal implements AsyncDisposable {
  stage: Stage;
  #folder: string;
  #lives = 0;

  private constructor(stage: Stage, folder: string) {
    this.stage = stage;
    this.#folder = folder;
  }

  static async open(now: Instant): Promise<Mortal> {
    const folder = mkdtempSync(join(tmpdir(), 'confab-life-'));
    return new Mortal(await Stage.open(toText(now), join(folder, '0.db')), folder);
  }

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

  /**
   * Kills it with these commands in flight, some turns after they were sent: what goes on is what
   * was on disk at that moment. @returns the answers that had come by then, null for the others
   */
  async dieWith(calls: Call[], turns: number): Promise<(Answer<unknown> | null)[]> {
    const answers: (Answer<unknown> | null)[] = calls.map(() => null);
    const sent = calls.map(async (call, index) => {
      answers[index] = await this.give(call);
    });
    for (let passed = 0; passed < turns; passed++)
      await (passed % 500 === 499 ? turn() : Promise.resolve());
    const acknowledged = [...answers];
    const [from, to] = [this.#file(this.#lives), this.#file(++this.#lives)];
    for (const part of ['', '-wal'])
      if (existsSync(from + part)) copyFileSync(from + part, to + part);
    const { now, failures } = this.stage;
    await Promise.all(sent);
    await this.stage[Symbol.asyncDispose]();
    this.stage = await Stage.open(toText(now), to);
    this.stage.failures.push(...failures);
    return acknowledged;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stage[Symbol.asyncDispose]();
    rmSync(this.#folder, { recursive: true });
  }

  #file(life: number): string {
    return join(this.#folder, `${String(life)}.db`);
  }
}
