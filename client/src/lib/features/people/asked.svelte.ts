import type { Answer, Refusal } from '@confab/shared/protocol';
import { untrack } from 'svelte';

/**
 * The answer to a query, asked again whenever its key changes. Meanwhile the last answer stays, so
 * that a page never falls back to its empty shape. Made while a component is.
 */
export class Asked<Key, Value> {
  #answer = $state.raw<Answer<Value> | null>(null);
  #turn = $state(0);

  constructor(key: () => Key, ask: (key: Key) => Promise<Answer<Value>>) {
    $effect(() => {
      const asked = key();
      let over = this.#turn < 0;
      void untrack(() => ask(asked)).then((answer) => {
        if (!over) this.#answer = answer;
      });
      return () => {
        over = true;
      };
    });
  }

  /** Null until the answer has come, and when it was refused. */
  get value(): Value | null {
    return this.#answer?.ok ? this.#answer.value : null;
  }

  get refused(): Refusal | null {
    return this.#answer && !this.#answer.ok ? this.#answer : null;
  }

  /** Asks once more. */
  again(): void {
    this.#turn += 1;
  }
}
