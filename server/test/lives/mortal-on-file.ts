import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { toText, type Instant } from '@confab/shared';
import type { Answer } from '@confab/shared/protocol';
import { Stage } from '../stage/stage.ts';
import { Mortal } from './mortal.ts';
import type { Call } from './rulings.ts';

/** On a file: the next life begins with what was on disk. */
export class MortalOnFile extends Mortal {
  #folder: string;
  #lives = 0;

  private constructor(stage: Stage, folder: string) {
    super(stage);
    this.#folder = folder;
  }

  static async open(now: Instant): Promise<Mortal> {
    const folder = mkdtempSync(join(tmpdir(), 'confab-life-'));
    return new MortalOnFile(await Stage.open(toText(now), join(folder, '0.db')), folder);
  }

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
    await Promise.all(sent);
    await this.stage[Symbol.asyncDispose]();
    this.goOnAs(await Stage.open(toText(this.stage.now), to));
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
