import { randomUUID } from 'node:crypto';
import { setTimeout as rest } from 'node:timers/promises';
import type { ServerProcess } from '../neighbours/server-process.ts';
import type { Visitor } from '../neighbours/visitor.ts';

/** Messages that each person sends at once. */
const each = 15;
/** The server has acknowledged some of those, so many at most, when it is stopped. */
const mostHeard = 60;
/** So many have to be in flight at the kill: sent, and never acknowledged. */
export const fewest = 50;
/** How often they all send until as many are: whoever waited for each answer would have far fewer. */
const mostWaves = 4;

interface Sent {
  id: string;
  text: string;
  acknowledged: boolean;
}

/** What several people send to one, through one kill after the other. */
export class Rounds {
  /** How many were in flight at each kill. */
  readonly unacknowledged: number[] = [];
  /** How many of those the server had kept, though nobody was told. */
  readonly keptUntold: number[] = [];
  readonly #sent = new Map<Visitor, Sent[]>();
  readonly #to: string;
  #heard: () => void = () => undefined;

  constructor(people: readonly Visitor[], to: string) {
    for (const one of people) this.#sent.set(one, []);
    this.#to = to;
  }

  /** Everything that this person has sent. */
  texts(person: Visitor): string[] {
    return (this.#sent.get(person) ?? []).map(({ text }) => text);
  }

  get total(): number {
    return [...this.#sent.values()].reduce((sum, sent) => sum + sent.length, 0);
  }

  /**
   * Sends from everybody at once, and kills the server in the middle of it: once it is so far that it
   * has acknowledged some, it is stopped where it is, and killed if enough is in flight then.
   */
  async through(server: ServerProcess): Promise<void> {
    const answers: Promise<void>[] = [];
    let inFlight = 0;
    for (let wave = 0; inFlight < fewest; wave++) {
      if (wave === mostWaves) throw new Error(`Only ${String(inFlight)} were in flight`);
      server.goOn();
      const heard = this.#heardOf(1 + Math.floor(Math.random() * mostHeard));
      answers.push(...this.#sendAll());
      await Promise.race([heard, Promise.all(answers)]);
      await server.halt();
      inFlight = this.#open.length;
    }
    await server.end('SIGKILL');
    await Promise.all(answers);
    this.unacknowledged.push(this.#open.length);
  }

  /**
   * Counts, before anything is sent again, what was kept of that which nobody acknowledged.
   * @param keptBy the texts that the server has of this person's
   */
  async look(keptBy: (person: Visitor) => Promise<ReadonlySet<string>>): Promise<void> {
    const people = [...this.#sent.keys()];
    const kept = new Map(
      await Promise.all(people.map(async (one) => [one, await keptBy(one)] as const)),
    );
    const untold = this.#open.filter(([person, { text }]) => kept.get(person)?.has(text));
    this.keptUntold.push(untold.length);
  }

  /** Sends what nobody acknowledged again, under its own id, until all is. @see C2 */
  async again(): Promise<void> {
    while (this.#open.length > 0) {
      await Promise.all(this.#open.map(([person, message]) => this.#send(person, message)));
      await rest(50);
    }
  }

  /** Resolves when so many more are acknowledged. */
  #heardOf(count: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    let left = count;
    this.#heard = () => {
      left -= 1;
      if (left === 0) resolve();
    };
    return promise;
  }

  get #open(): [Visitor, Sent][] {
    return [...this.#sent].flatMap(([person, all]) =>
      all.filter((one) => !one.acknowledged).map((one): [Visitor, Sent] => [person, one]),
    );
  }

  #sendAll(): Promise<void>[] {
    return [...this.#sent].flatMap(([person, all]) =>
      Array.from({ length: each }, () => {
        const message = { id: randomUUID(), text: `No. ${all.length}`, acknowledged: false };
        all.push(message);
        return this.#send(person, message);
      }),
    );
  }

  async #send(person: Visitor, message: Sent): Promise<void> {
    try {
      const { text, id } = message;
      const answer = await person.give('chat.send', { to: this.#to, text }, id);
      if (!answer.ok) return;
      message.acknowledged = true;
      this.#heard();
    } catch {
      // The line broke before the answer: whether it was taken, nobody knows yet.
    }
  }
}
