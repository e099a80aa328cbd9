import { live } from '#lib/live/index.ts';

/** How long a break may last unseen, in milliseconds. */
const unseen = 1_500;

/** Whether the line is gone, once that is worth a word: a short break heals unseen. */
export class LastingLine {
  #gone = $state<'reconnecting' | 'offline' | null>(null);

  /** Within a component: it lasts as long as that. */
  constructor() {
    $effect(() => {
      const { state } = live.connection;
      this.#gone = state === 'offline' ? state : null;
      if (state !== 'reconnecting') return;
      const timer = setTimeout(() => (this.#gone = state), unseen);
      return () => clearTimeout(timer);
    });
  }

  get gone(): 'reconnecting' | 'offline' | null {
    return this.#gone;
  }
}
