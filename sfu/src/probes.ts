import type { Instant, MediaRefusal } from '@confab/shared';
import { Allowance } from './allowance.ts';

/** Network tests at once on one node, and per person: at once and in the long run. */
const atOnce = 32;
const burst = 5;
const perSecond = 1 / 15;

/** Milliseconds after which a network test is ended. */
export const probeTime = 15_000;

/** Counts network tests, so that they stay tests. */
export class Probes {
  running = 0;
  #allowances = new Map<string, { allowance: Allowance; usedAt: number }>();

  /** Spends one of the person's tests, or says why not. */
  mayBegin(personId: string, now: Instant): MediaRefusal | null {
    if (this.running >= atOnce) return 'too-many';
    this.#forget(now.epochMilliseconds);
    const known = this.#allowances.get(personId);
    const allowance = known?.allowance ?? new Allowance(burst, perSecond);
    this.#allowances.set(personId, { allowance, usedAt: now.epochMilliseconds });
    return allowance.take() ? null : 'too-many';
  }

  /** Each that began has to `end`. */
  begin(): void {
    this.running += 1;
  }

  end(): void {
    this.running -= 1;
  }

  /** Whoever has been quiet long enough to have a full allowance again. */
  #forget(now: number): void {
    for (const [personId, { usedAt }] of this.#allowances)
      if (now - usedAt > (burst / perSecond) * 1000) this.#allowances.delete(personId);
  }
}
