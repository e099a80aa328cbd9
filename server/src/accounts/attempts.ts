import { isIPv6 } from 'node:net';
import type { HttpRefusal } from '@confab/shared/protocol';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import { countHere, type Counting } from './counting.ts';

/** Seconds in which failures add up. */
const span = 10 * 60;

/** Milliseconds until what is under way will have been answered. */
const soon = 3000;

/** What somebody who guesses is told; any other refusal is no failure. */
const guessed = new Set<HttpRefusal['code']>([
  'sign-in-failed',
  'setup-code',
  'invitation',
  'link-altered',
]);

type Answered = { ok: true } | ({ ok: false } & HttpRefusal);
type TooMany = { ok: false; code: 'too-many'; retryAfterMs: number };

/**
 * Counts wrong guesses, per name or per place. What succeeds counts only while it lasts: so many
 * people may come at once, and whoever guesses many times at once gains nothing by it.
 */
export class Attempts {
  #most: number;
  #failures: RateLimiterAbstract;
  #underWay = new Map<string, number>();

  /** @param most failures within ten minutes @param failures counts them */
  constructor(most: number, counting: Counting = countHere, name = '') {
    this.#most = most;
    this.#failures = counting(name, most, span);
  }

  /** @returns what the work answers, or how long to wait before trying it */
  async guard<Answer extends Answered>(
    key: string,
    work: () => Promise<Answer>,
  ): Promise<Answer | TooMany> {
    this.#count(key, 1);
    try {
      const failed = await this.#failures.get(key);
      const failures = failed?.consumedPoints ?? 0;
      if (failures >= this.#most) return tooMany(failed?.msBeforeNext ?? soon);
      if (failures + this.#under(key) > this.#most) return tooMany(soon);
      const answer = await work();
      if (!answer.ok && guessed.has(answer.code)) await this.#failures.penalty(key);
      return answer;
    } finally {
      this.#count(key, -1);
    }
  }

  #under(key: string): number {
    return this.#underWay.get(key) ?? 0;
  }

  #count(key: string, more: 1 | -1): void {
    const now = this.#under(key) + more;
    if (now > 0) this.#underWay.set(key, now);
    else this.#underWay.delete(key);
  }
}

const tooMany = (retryAfterMs: number): TooMany => ({ ok: false, code: 'too-many', retryAfterMs });

/** The part of an address that one household or one machine has: all of IPv4, half of IPv6. */
export function placeOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? [] : Array<string>(8 - before.length - after.length).fill('0');
  return [...before, ...zeros, ...after]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, '').toLowerCase())
    .join(':');
}
