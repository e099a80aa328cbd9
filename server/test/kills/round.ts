import { randomUUID } from 'node:crypto';
import { setTimeout as rest } from 'node:timers/promises';
import type { Visitor } from '../neighbours/visitor.ts';

/** Messages that a round has in flight from each person. */
const each = 10;
/** Milliseconds within which the kill comes: about as long as a round takes. */
const longest = 60;
/** So many have to be unacknowledged at the kill. */
export const fewest = 50;

interface Sent {
  id: string;
  text: string;
  acknowledged: boolean;
}

/** What several people send to one, through one kill after the other. */
export class Rounds {
  /** How many were unacknowledged at each kill, whether they had reached the server or not. */
  readonly unacknowledged: number[] = [];
  /** How many of those the server had kept, though nobody was told. */
  readonly keptUntold: number[] = [];
  readonly #sent = new Map<Visitor, Sent[]>();
  readonly #to: string;

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

  /** Sends from everybody at once, and kills in the middle of it, at whatever moment. */
  async through(kill: () => Promise<void>): Promise<void> {
    const answers = this.#sendAll();
    await rest(Math.random() * longest);
    while (this.#open.length < fewest) {
      answers.push(...this.#sendAll());
      // Until they have left; on a busy machine most may be answered by then.
      await rest(Math.random() * 2);
    }
    const killed = kill();
    this.unacknowledged.push(this.#open.length);
    await killed;
    await Promise.all(answers);
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
      if (answer.ok) message.acknowledged = true;
    } catch {
      // The line broke before the answer: whether it was taken, nobody knows yet.
    }
  }
}
