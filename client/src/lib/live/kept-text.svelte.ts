import { keepDraft, keptDraft } from './drafts.ts';

/** Text that outlives the place where it is written: whoever comes back finds it, until it is sent. */
export class KeptText {
  readonly #personId: string;
  readonly #about: string;
  readonly #before: string;
  #text = $state('');

  /** @param before how it stands already, where it is written anew */
  constructor(personId: string, about: string, before = '') {
    this.#personId = personId;
    this.#about = about;
    this.#before = before;
    this.#text = keptDraft(personId, about) ?? before;
  }

  get text(): string {
    return this.#text;
  }

  set text(text: string) {
    this.#text = text;
    keepDraft(this.#personId, this.#about, text === this.#before ? '' : text);
  }

  sent(): void {
    keepDraft(this.#personId, this.#about, '');
  }
}
