import { goto } from '$app/navigation';
import { page } from '$app/state';
import { live } from '#lib/live/index.ts';
import { reasonWords, type Entry } from './door.ts';

/** One try to come in at a time; what went wrong with the last. */
export class Entrance {
  #busy = $state(false);
  #wrong = $state<string | null>(null);

  get busy(): boolean {
    return this.#busy;
  }

  /** A sentence; null when nothing is wrong. */
  get wrong(): string | null {
    return this.#wrong;
  }

  /**
   * Knocks; once in, connects and goes to where the person was heading.
   * @param before what is done on the way
   */
  async through(knock: () => Promise<Entry>, before?: () => Promise<void>): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    this.#wrong = null;
    const entry = await knock();
    if (entry.ok) {
      await live.connection.open();
      await before?.();
      await goto(heading());
    } else {
      this.#wrong = reasonWords(entry.code);
    }
    this.#busy = false;
  }
}

/** The page asked for before signing in; only ever one of this origin. */
function heading(): string {
  const next = page.url.searchParams.get('next') ?? '/';
  const url = new URL(next, page.url.origin);
  return url.origin === page.url.origin ? url.pathname + url.search : '/';
}
