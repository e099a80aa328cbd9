import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn, setTimeout as rest } from 'node:timers/promises';
import { Client } from 'pg';
import type { Answer, QueryName, QueryValue, QueryWire } from '@confab/shared/protocol';
import type { Confab } from '../lives/confab.ts';
import type { Call } from '../lives/rulings.ts';
import { lendDatabase } from '../postgres/fresh-database.ts';
import { CoreLine } from './core-line.ts';
import type { Kept } from './deeds.ts';

/** In processes that are killed, one after the other, on one store. */
export class KilledConfab implements Confab {
  readonly #kept: Kept;
  readonly #giveBack: () => Promise<void>;
  readonly #failures: string[] = [];
  #line = this.#process();
  /** Begun ahead of its time. */
  #next = this.#process();
  #now: number;
  /** So much was due and not done when the present process started. */
  undone = 0;

  private constructor(kept: Kept, giveBack: () => Promise<void>, now: number) {
    this.#kept = kept;
    this.#giveBack = giveBack;
    this.#now = now;
  }

  static async open(now: number, maintenance: string | null): Promise<KilledConfab> {
    const confab = await (maintenance === null
      ? KilledConfab.#inFile(now)
      : KilledConfab.#inDatabase(now, maintenance));
    await confab.#line.ask('open', confab.#kept, now);
    return confab;
  }

  static #inFile(now: number): KilledConfab {
    const folder = mkdtempSync(join(tmpdir(), 'confab-killed-'));
    const giveBack = () => Promise.resolve(rmSync(folder, { recursive: true }));
    return new KilledConfab({ file: join(folder, 'confab.db') }, giveBack, now);
  }

  static async #inDatabase(now: number, maintenance: string): Promise<KilledConfab> {
    const { url, giveBack } = await lendDatabase(maintenance);
    return new KilledConfab({ url }, giveBack, now);
  }

  #process(): CoreLine {
    return new CoreLine((what) => void this.#failures.push(what));
  }

  give(call: Call): Promise<Answer<unknown>> {
    return this.#line.ask('give', call);
  }

  async person(name: string, zone: string, admin: boolean): Promise<string> {
    const id = randomUUID();
    await this.#line.ask('person', id, name, zone, admin);
    return id;
  }

  ask<Name extends QueryName>(personId: string, name: Name, input: QueryWire<Name>) {
    return this.#line.ask('query', personId, name, input) as Promise<Answer<QueryValue<Name>>>;
  }

  async know<Name extends QueryName>(personId: string, name: Name, input: QueryWire<Name>) {
    const answer = await this.ask(personId, name, input);
    if (!answer.ok) throw new Error(`${name}: ${answer.code}`);
    return answer.value;
  }

  goTo(at: number): void {
    this.#now = at;
    void this.#line.ask('goTo', at);
  }

  clockWasSet(): Promise<void> {
    return this.#line.ask('clockWasSet');
  }

  wake(): Promise<void> {
    return this.#line.ask('wake');
  }

  planned(): Promise<string[]> {
    return this.#line.ask('planned');
  }

  kept(commandIds: string[]): Promise<string[]> {
    return this.#line.ask('kept', commandIds);
  }

  failures(): Promise<unknown[]> {
    return Promise.resolve(this.#failures);
  }

  letters(): Promise<string[]> {
    return this.#line.ask('letters');
  }

  /** What SQLite finds amiss in its file. */
  async faults(): Promise<string[]> {
    return 'file' in this.#kept ? this.#line.ask('faults') : [];
  }

  /**
   * Ended by SIGKILL while its timer runs: some commands are sent, the others once the first of
   * those is answered. It comes some milliseconds later, or on SQLite just as one of the commits is
   * on disk. The next does what was left due, as a server does that starts.
   */
  async dieWith(calls: Call[], turns: number): Promise<(Answer<unknown> | null)[]> {
    const answers: (Answer<unknown> | null)[] = calls.map(() => null);
    const line = this.#line;
    const inFile = 'file' in this.#kept;
    const [split, others] = divided(turns, calls.length + 1);
    const [atCommit, moment] = divided(others, 2);
    const begun = Promise.withResolvers<undefined>();
    const give = async (index: number) => {
      const call = calls[index];
      if (call) answers[index] = await line.ask('give', call);
      begun.resolve(undefined);
    };
    const all = [...calls.keys()];
    if (inFile && atCommit) void line.ask('dieAtCommit', 1 + (moment % 6));
    void line.ask('startTimer');
    // On PostgreSQL one after the other: of several at once the model could not tell which came first.
    if (!inFile) void inTurn(all, give);
    else for (const index of all.slice(0, split)) void give(index);
    if (split > 0) await Promise.race([begun.promise, line.gone]);
    if (inFile) for (const index of all.slice(split)) void give(index);
    const delay = inFile && atCommit ? 100 : (moment % 100) / 10;
    await (delay < 1 ? turn() : Promise.race([rest(delay), line.gone]));
    await line.kill();
    const acknowledged = [...answers];

    await this.#leftAlone();
    this.#line = this.#next;
    this.#next = this.#process();
    this.undone = await this.#line.ask('open', this.#kept, this.#now);
    await this.#line.ask('wake');
    return acknowledged;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([this.#line.kill(), this.#next.kill()]);
    await this.#leftAlone();
    await this.#giveBack();
  }

  /** Resolves when PostgreSQL has come to an end with what the killed one had sent. */
  async #leftAlone(): Promise<void> {
    if ('file' in this.#kept) return;
    const client = new Client({ connectionString: this.#kept.url });
    await client.connect();
    const lines = `select 1 from pg_stat_activity
      where datname = current_database() and application_name = 'confab'`;
    while ((await client.query(lines)).rows.length > 0) await rest(5);
    await client.end();
  }
}

const divided = (by: number, parts: number): [rest: number, whole: number] => [
  by % parts,
  Math.floor(by / parts),
];

async function inTurn(all: Iterable<number>, work: (one: number) => Promise<void>): Promise<void> {
  for (const one of all) await work(one);
}
