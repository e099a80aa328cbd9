import { setTimeout as rest } from 'node:timers/promises';
import { Client } from 'pg';
import { toText, type Instant } from '@confab/shared';
import type { Answer } from '@confab/shared/protocol';
import { openPostgres } from '../../src/db/open-postgres.ts';
import { lendDatabase } from '../postgres/fresh-database.ts';
import { Stage } from '../stage/stage.ts';
import { Mortal } from './mortal.ts';
import type { Call } from './rulings.ts';

/** On PostgreSQL: at its death every line of it breaks, and what was not committed is undone. */
export class MortalOnPostgres extends Mortal {
  #database: Awaited<ReturnType<typeof lendDatabase>>;

  private constructor(stage: Stage, database: Awaited<ReturnType<typeof lendDatabase>>) {
    super(stage);
    this.#database = database;
  }

  static async open(now: Instant, maintenance: string): Promise<Mortal> {
    const database = await lendDatabase(maintenance);
    const stage = Stage.on(await openPostgres(database.url), toText(now));
    return new MortalOnPostgres(stage, database);
  }

  /** One after the other: of several at once the model could not tell which came first. */
  async dieWith(calls: Call[], turns: number): Promise<(Answer<unknown> | null)[]> {
    const answers: (Answer<unknown> | null)[] = calls.map(() => null);
    let dead = false;
    const sending = (async () => {
      for (const [index, call] of calls.entries()) {
        if (dead) return;
        const answer = await this.give(call);
        answers[index] ??= answer;
      }
    })();
    await rest(turns % 60);
    dead = true;
    const acknowledged = [...answers];
    await this.#cut();
    await sending;
    await this.stage[Symbol.asyncDispose]();
    this.goOnAs(Stage.on(await openPostgres(this.#database.url), toText(this.stage.now)));
    return acknowledged;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stage[Symbol.asyncDispose]();
    await this.#database.giveBack();
  }

  async #cut(): Promise<void> {
    const client = new Client({ connectionString: this.#database.url });
    await client.connect();
    await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name = 'confab'`,
    );
    await client.end();
  }
}
