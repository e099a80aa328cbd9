import { untilBack } from './backoff.ts';

/** Which ways are away, for how long each is left alone, and how often in a row it was. */
export class Rests {
  readonly #away = new Map<string, { failures: number; until: number }>();
  readonly #chance: () => number;

  constructor(chance: () => number) {
    this.#chance = chance;
  }

  /** A way is away. @returns for how many milliseconds it rests, and whether that is news */
  fail(way: string, wait = 0): { ms: number; isNews: boolean } {
    const failures = (this.#away.get(way)?.failures ?? 0) + 1;
    const ms = Math.max(untilBack(failures, this.#chance()), wait);
    this.#away.set(way, { failures, until: performance.now() + ms });
    return { ms, isNews: failures === 1 };
  }

  /** A way has taken a letter. @returns whether it was away before */
  heal(way: string): boolean {
    return this.#away.delete(way);
  }

  /** The ways that are to be left alone now. */
  ways(): string[] {
    const now = performance.now();
    return [...this.#away].filter(([, { until }]) => until > now).map(([way]) => way);
  }
}
