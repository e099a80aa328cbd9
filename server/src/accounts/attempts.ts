import { isIPv6 } from 'node:net';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Seconds in which failures add up. */
const span = 10 * 60;

/** Counts what failed, per name and per place; what succeeded is taken off again. */
export class Attempts {
  #limits: RateLimiterMemory;

  /** @param most failures within ten minutes */
  constructor(most: number) {
    this.#limits = new RateLimiterMemory({ points: most, duration: span });
  }

  /** Counts an attempt. @returns milliseconds to wait, or null when it may go on */
  async begin(key: string): Promise<number | null> {
    try {
      await this.#limits.consume(key);
      return null;
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      return refused.msBeforeNext;
    }
  }

  async succeeded(key: string): Promise<void> {
    await this.#limits.reward(key);
  }
}

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
