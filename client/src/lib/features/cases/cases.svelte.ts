import type {
  Answer,
  CaseView,
  PersonCard,
  QueryValue,
  QueryWire,
  Refusal,
} from '@confab/shared/protocol';
import { untrack } from 'svelte';
import { live } from '#lib/live/index.ts';

type Page = QueryValue<'program.cases'>;

/** A program's open cases, as many pages as were asked for; fetched again when their number changes. */
export class Cases {
  readonly #programId: string;
  #pages = $state.raw<Page[]>([]);
  #refused = $state.raw<Refusal | null>(null);
  #fetching = $state(false);
  #turn = 0;

  /** Made while a component is. */
  constructor(programId: string) {
    this.#programId = programId;
    $effect(() => {
      // Managers are told of themselves whenever a case opens or closes.
      void live.me;
      untrack(() => void this.load());
    });
  }

  /** Null until they have come. */
  get all(): CaseView[] | null {
    return this.#pages.length > 0 ? this.#pages.flatMap(({ cases }) => cases) : null;
  }

  get programName(): string | null {
    return this.#pages[0]?.programName ?? null;
  }

  get hasMore(): boolean {
    return this.#pages.at(-1)?.more ?? false;
  }

  get fetching(): boolean {
    return this.#fetching;
  }

  get refused(): Refusal | null {
    return this.#refused;
  }

  person(id: string): PersonCard | null {
    const found = this.#pages.flatMap(({ people }) => people).find((one) => one.id === id);
    return found ?? live.person(id);
  }

  /** As many pages as are shown, or the first. */
  async load(): Promise<void> {
    await this.#fetch(Math.max(1, this.#pages.length));
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
    let after: string | null = null;
    do {
      const input: QueryWire<'program.cases'> = { programId: this.#programId, after };
      const answer: Answer<Page> = await live.ask('program.cases', input);
      if (turn !== this.#turn) return;
      this.#refused = answer.ok ? null : answer;
      if (!answer.ok) return;
      pages.push(answer.value);
      after = answer.value.cases.at(-1)?.bookingId ?? null;
    } while (pages.length < count && pages.at(-1)?.more);
    this.#pages = pages;
  }
}
