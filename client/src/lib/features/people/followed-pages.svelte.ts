import type { Answer, PersonCard, Refusal } from '@confab/shared/protocol';
import { untrack } from 'svelte';
import { live } from '#lib/live/index.ts';

interface Asking<Page, Place> {
  /** What they depend on: read, so that whatever changes it has them fetched again. */
  changes: () => unknown;
  /** The page that begins there; null: the first. */
  ask: (from: Place | null) => Promise<Answer<Page>>;
  /** Where the next one begins; null: there is none. */
  next: (page: Page) => Place | null;
}

/**
 * Pages of an answer, as many as were asked for, all of them fetched again when they change.
 * Meanwhile they stay. Made while a component is.
 */
export class FollowedPages<Page extends { people: PersonCard[] }, Place> {
  readonly #asking: Asking<Page, Place>;
  #pages = $state.raw<Page[]>([]);
  #refused = $state.raw<Refusal | null>(null);
  #fetching = $state(false);
  #turn = 0;

  constructor(asking: Asking<Page, Place>) {
    this.#asking = asking;
    $effect(() => {
      asking.changes();
      untrack(() => void this.again());
    });
  }

  /** None until they have come. */
  get all(): Page[] {
    return this.#pages;
  }

  get refused(): Refusal | null {
    return this.#refused;
  }

  get fetching(): boolean {
    return this.#fetching;
  }

  get hasMore(): boolean {
    const last = this.#pages.at(-1);
    return last !== undefined && this.#asking.next(last) !== null;
  }

  /** Somebody whom they name. */
  readonly person = (id: string): PersonCard | null =>
    this.#pages.flatMap(({ people }) => people).find((one) => one.id === id) ?? live.person(id);

  /** As many as there are, or the first. */
  async again(): Promise<void> {
    await this.#fetch(Math.max(1, this.#pages.length));
  }

  /** The first only: something else is asked for. */
  async anew(): Promise<void> {
    await this.#fetch(1);
  }

  async more(): Promise<void> {
    if (this.#fetching || !this.hasMore) return;
    this.#fetching = true;
    await this.#fetch(this.#pages.length + 1);
    this.#fetching = false;
  }

  async #fetch(count: number): Promise<void> {
    const turn = ++this.#turn;
    const pages: Page[] = [];
    let from: Place | null = null;
    do {
      const answer: Answer<Page> = await this.#asking.ask(from);
      if (turn !== this.#turn) return;
      this.#refused = answer.ok ? null : answer;
      if (!answer.ok) return;
      pages.push(answer.value);
      from = this.#asking.next(answer.value);
    } while (pages.length < count && from !== null);
    this.#pages = pages;
  }
}
