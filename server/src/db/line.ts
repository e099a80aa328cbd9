import type { Turn } from './turn.ts';

/** Works of one kind that wait. */
export interface Waiting {
  kind: 'looks' | 'writes';
  turns: Turn[];
}

/** A line of works that wait; looks and writes have their turn in it by turns. */
export class Line {
  readonly looks: Waiting = { kind: 'looks', turns: [] };
  readonly writes: Waiting = { kind: 'writes', turns: [] };
  #last: Waiting = this.writes;

  get waits(): boolean {
    return this.looks.turns.length + this.writes.turns.length > 0;
  }

  /** Those whose turn it is. */
  next(): Waiting {
    const other = this.#last === this.writes ? this.looks : this.writes;
    if (other.turns.length > 0) this.#last = other;
    return this.#last;
  }
}
