/** Milliseconds before the closing at which everyone is told. @see W3 */
const warnings = [10 * 60_000, 2 * 60_000] as const;

/** Which warnings fall between two looks, the later one only. @param before milliseconds left */
export function warningBetween(before: number, after: number): number | null {
  return warnings.findLast((warning) => before > warning && after <= warning) ?? null;
}

/** Counts down to the room's closing on this device's monotonic clock. @see W1 */
export class Closing {
  /** ISO text by the node's clock; null before it is known. */
  at = $state<string | null>(null);
  /** Milliseconds left, to the second. */
  left = $state(Infinity);
  #end = Infinity;
  #timer: ReturnType<typeof setInterval> | undefined;
  #warn: (msLeft: number) => void;

  constructor(warn: (msLeft: number) => void) {
    this.#warn = warn;
  }

  /** @param now the node's time as it said this; both ISO text */
  set(closesAt: string, now: string): void {
    this.at = closesAt;
    this.left = Date.parse(closesAt) - Date.parse(now);
    this.#end = performance.now() + this.left;
    clearInterval(this.#timer);
    this.#timer = setInterval(() => this.#look(), 1000);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const left = Math.max(0, this.#end - performance.now());
    const warning = warningBetween(this.left, left);
    this.left = left;
    if (warning !== null) this.#warn(warning);
  }
}
