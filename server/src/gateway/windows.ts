import type { Connection } from './connection.ts';

const none: ReadonlySet<Connection> = new Set();

/** The open windows of this server, found by whose they are. */
export class Windows implements Iterable<Connection> {
  readonly #all = new Set<Connection>();
  readonly #byPerson = new Map<string, Set<Connection>>();

  get size(): number {
    return this.#all.size;
  }

  add(one: Connection): void {
    this.#all.add(one);
    const own = this.#byPerson.get(one.personId);
    if (own) own.add(one);
    else this.#byPerson.set(one.personId, new Set([one]));
  }

  delete(one: Connection): void {
    this.#all.delete(one);
    const own = this.#byPerson.get(one.personId);
    own?.delete(one);
    if (own?.size === 0) this.#byPerson.delete(one.personId);
  }

  /** Those of one person. */
  ofOne(personId: string): ReadonlySet<Connection> {
    return this.#byPerson.get(personId) ?? none;
  }

  /** A list of its own, in which closing one changes nothing. */
  of(personIds: Iterable<string>): Connection[] {
    return [...personIds].flatMap((id) => [...(this.#byPerson.get(id) ?? [])]);
  }

  [Symbol.iterator](): Iterator<Connection> {
    return this.#all.values();
  }
}
