import type { MediaSource, PersonInRoom, SpeakingLevel } from '@confab/shared';
import { SvelteMap } from 'svelte/reactivity';
import { Other, type Arriving } from './other.svelte.ts';

/** The others in the room. */
export class People {
  #others = new SvelteMap<string, Other>();
  readonly list = $derived([...this.#others.values()]);

  get(personId: string): Other | null {
    return this.#others.get(personId) ?? null;
  }

  /** Agrees with the node's list; whoever was known stays the same object. */
  meet(people: readonly PersonInRoom[]): void {
    for (const personId of this.#others.keys())
      if (!people.some((person) => person.personId === personId)) this.#others.delete(personId);
    for (const person of people) this.add(person);
  }

  /** False when they were there already. */
  add(person: PersonInRoom): boolean {
    if (this.#others.has(person.personId)) return false;
    this.#others.set(person.personId, new Other(person));
    return true;
  }

  /** Who it was. */
  remove(personId: string): Other | null {
    const other = this.get(personId);
    this.#others.delete(personId);
    return other;
  }

  arrives(personId: string, source: MediaSource, arriving: Arriving | null): void {
    this.#others.get(personId)?.set(source, arriving);
  }

  /** Whoever is not listed is silent. */
  speak(levels: readonly SpeakingLevel[]): void {
    for (const other of this.#others.values())
      other.speaking = levels.find(({ personId }) => personId === other.personId)?.level ?? 0;
  }

  clear(): void {
    this.#others.clear();
  }
}
