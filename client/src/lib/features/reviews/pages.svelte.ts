import type { Refusal } from '@confab/shared/protocol';
import { sentence } from '#lib/ui/sentence.ts';

type Page<Row> = { ok: true; value: { rows: Row[]; more: boolean } } | ({ ok: false } & Refusal);

/** A list that is fetched page by page, newest first, and from the start again when it has changed. */
export class Pages<Row extends { id: string }> {
  readonly #ask: (before: string | null) => Promise<Page<Row>>;
  #rows = $state.raw<Row[] | null>(null);
  #more = $state(false);
  #fetching = $state(false);
  #refusal = $state.raw<Refusal | null>(null);
  #turn = 0;

  constructor(ask: (before: string | null) => Promise<Page<Row>>) {
    this.#ask = ask;
  }

  /** Null until the first page has come. */
  get rows(): Row[] | null {
    return this.#rows;
  }

  get more(): boolean {
    return this.#more;
  }

  get fetching(): boolean {
    return this.#fetching;
  }

  get refusal(): Refusal | null {
    return this.#refusal;
  }

  get refused(): string | null {
    return this.#refusal && sentence(this.#refusal);
  }

  /** The first page anew; what was fetched stays until it has come. */
  async first(): Promise<void> {
    await this.#fetch(null);
  }

  async older(): Promise<void> {
    const last = this.#rows?.at(-1);
    if (last && !this.#fetching) await this.#fetch(last.id);
  }

  async #fetch(before: string | null): Promise<void> {
    const turn = ++this.#turn;
    this.#fetching = true;
    const answer = await this.#ask(before);
    if (turn !== this.#turn) return;
    this.#fetching = false;
    this.#refusal = answer.ok ? null : answer;
    if (!answer.ok) return;
    const { rows, more } = answer.value;
    this.#rows = before === null ? rows : [...(this.#rows ?? []), ...rows];
    this.#more = more;
  }
}
