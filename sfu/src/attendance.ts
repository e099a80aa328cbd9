import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Attendance } from '@confab/shared';
import type { Log } from './log.ts';

type Listener = (event: Attendance) => Promise<void>;

/** Milliseconds before an event is sent again; the last one repeats. */
const pauses = [250, 1000, 5000, 15_000];

/** Who came and went, told in order, each again and again until the listener has it on disk. */
export class AttendanceBook {
  #log: Log;
  #waiting: Attendance[] = [];
  #listener: Listener | null = null;
  #telling = false;
  #closed = new AbortController();

  constructor(log: Log) {
    this.#log = log;
  }

  /** How many events are not acknowledged yet. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** There is one listener; a new one takes the place of the old and gets what waits. */
  listen(listener: Listener): void {
    this.#listener = listener;
    void this.#tell();
  }

  write(event: Omit<Attendance, 'id'>): void {
    this.#waiting.push({ id: randomUUID(), ...event });
    void this.#tell();
  }

  /** Waits until all is told, at most `graceMs`. */
  async close(graceMs: number): Promise<void> {
    const until = performance.now() + graceMs;
    while (this.#listener && this.#waiting.length > 0 && performance.now() < until) await pause(20);
    this.#closed.abort();
    if (this.#waiting.length > 0)
      this.#log.error({ events: this.#waiting }, 'attendance not acknowledged');
  }

  async #tell(): Promise<void> {
    if (this.#telling) return;
    this.#telling = true;
    let tries = 0;
    while (this.#listener && this.#waiting[0] && !this.#closed.signal.aborted) {
      const event = this.#waiting[0];
      try {
        await this.#listener(event);
        this.#waiting.shift();
        tries = 0;
      } catch (error) {
        this.#log.warn({ event: event.id, error: String(error) }, 'attendance is sent again');
        const ms = pauses[Math.min(tries++, pauses.length - 1)];
        await pause(ms, null, { signal: this.#closed.signal, ref: false }).catch(() => null);
      }
    }
    this.#telling = false;
  }
}
