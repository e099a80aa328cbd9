import { live } from '#lib/live/index.ts';

/** How long a break may last unseen, in milliseconds. */
const unseen = 1_500;

/** What keeps things from going on. */
export type Lack = 'reconnecting' | 'offline' | 'stalled';

/** Whether the line is gone, or carries what cannot be done, once that is worth a word: a short break heals unseen. */
export class LastingLine {
  #lack = $state<Lack | null>(null);

  /** Within a component: it lasts as long as that. */
  constructor() {
    $effect(() => {
      const { state, isStalled } = live.connection;
      this.#lack = state === 'offline' ? state : null;
      const now = state === 'reconnecting' ? state : isStalled ? 'stalled' : null;
      if (now === null) return;
      const timer = setTimeout(() => (this.#lack = now), unseen);
      return () => clearTimeout(timer);
    });
  }

  get lack(): Lack | null {
    return this.#lack;
  }
}
