import { Temporal, type Instant } from '@confab/shared';
import { createSubscriber } from 'svelte/reactivity';

/**
 * The server's time, counted on by the device's monotonic clock, so that a wrong or changed
 * device clock shows in no countdown. @see W1
 */
export class Clock {
  /** Server milliseconds minus `performance.now()`, when last heard. */
  #ahead = Date.now() - performance.now();
  #subscribe = createSubscriber((update) => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      update();
      timer = setTimeout(tick, 1_000 - (this.milliseconds() % 1_000) + 5);
    };
    timer = setTimeout(tick, 1_000 - (this.milliseconds() % 1_000) + 5);
    this.#moved = update;
    return () => clearTimeout(timer);
  });
  #moved: () => void = () => undefined;

  /** The server says that it is `now`, in epoch milliseconds; heard `delayMs` after it was said. */
  set(now: number, delayMs = 0): void {
    this.#ahead = now + delayMs - performance.now();
    this.#moved();
  }

  /** Epoch milliseconds, read once. */
  milliseconds(): number {
    return Math.round(performance.now() + this.#ahead);
  }

  /** Now. Read in a template or an effect, it is read again on every second. */
  get now(): Instant {
    this.#subscribe();
    return Temporal.Instant.fromEpochMilliseconds(this.milliseconds());
  }

  /** Now, to the minute: for what need not be drawn again every second. */
  get minute(): Instant {
    const ms = this.#minute;
    return Temporal.Instant.fromEpochMilliseconds(ms);
  }

  #minute = $derived.by(() => {
    this.#subscribe();
    return Math.floor(this.milliseconds() / 60_000) * 60_000;
  });
}
