import { createHash, randomInt, timingSafeEqual } from 'node:crypto';

/** Without letters and digits that look alike. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const groups = 4;
const perGroup = 4;

/** What proves that somebody can read the server's console. Lives until the first admin does. */
export class SetupCode {
  /** As printed: groups with dashes, 80 random bits. */
  readonly text = Array.from({ length: groups }, () =>
    Array.from({ length: perGroup }, () => alphabet[randomInt(alphabet.length)]).join(''),
  ).join('-');

  /** Case, dashes and spaces do not matter; how much of it is right cannot be timed. */
  matches(guess: string): boolean {
    return timingSafeEqual(digest(this.text), digest(guess));
  }
}

const digest = (code: string): Buffer =>
  createHash('sha256').update(code.toUpperCase().replace(/[\s-]/g, '')).digest();
