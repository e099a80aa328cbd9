import { fromText, isBefore, toText, type Instant, type PlainDate } from '@confab/shared';
import type { QueryValue } from '@confab/shared/protocol';
import { live } from '#lib/live/index.ts';

const days = 7;

/** One day of the viewer's with the open times in it. */
export interface OpenDay {
  date: PlainDate;
  from: Instant;
  starts: Instant[];
}

/** A mentor's open times, seven days of the viewer's at once. @see A6 */
export class OpenWeek {
  readonly zone: string;
  readonly #at: { programId: string; mentorId: string; bookingId?: string };
  #weeksAhead = $state(0);
  #answer = $state.raw<{ of: string; value: QueryValue<'times.open'> } | null>(null);

  /** @param at with `bookingId`: those to which that booking may be moved */
  constructor(at: { programId: string; mentorId: string; bookingId?: string }, zone: string) {
    this.#at = at;
    this.zone = zone;
  }

  /** Null until it is known whether the mentor has set hours. */
  get hasHours(): boolean | null {
    return this.#answer?.value.hasHours ?? null;
  }

  /** The answer is not yet the one for these days. */
  get waiting(): boolean {
    return this.#answer?.of !== this.#key;
  }

  get isFirst(): boolean {
    return this.#weeksAhead === 0;
  }

  get first(): PlainDate {
    const today = live.clock.minute.toZonedDateTimeISO(this.zone).toPlainDate();
    return today.add({ days: this.#weeksAhead * days });
  }

  get last(): PlainDate {
    return this.first.add({ days: days - 1 });
  }

  /** The open starts that have not passed meanwhile. */
  get starts(): Instant[] {
    if (this.waiting) return [];
    const now = live.clock.minute;
    const all = this.#answer?.value.starts.map(fromText) ?? [];
    return all.filter((start) => isBefore(now, start));
  }

  /** The first open time after these days, where they have none. */
  get next(): Instant | null {
    const next = this.waiting ? null : this.#answer?.value.next;
    return next ? fromText(next) : null;
  }

  get days(): OpenDay[] {
    const { first, starts, zone } = this;
    return Array.from({ length: days }, (_, ahead) => {
      const date = first.add({ days: ahead });
      const [from, to] = [startOf(date, zone), startOf(date.add({ days: 1 }), zone)];
      return {
        date,
        from,
        starts: starts.filter((start) => !isBefore(start, from) && isBefore(start, to)),
      };
    });
  }

  turn(weeks: number): void {
    this.#weeksAhead = Math.max(0, this.#weeksAhead + weeks);
  }

  /** Turns to the week in which an instant lies. */
  turnTo(at: Instant): void {
    const today = live.clock.minute.toZonedDateTimeISO(this.zone).toPlainDate();
    const ahead = today.until(at.toZonedDateTimeISO(this.zone).toPlainDate()).days;
    this.#weeksAhead = Math.max(0, Math.floor(ahead / days));
  }

  /** Asks for these days, and keeps the answer if they are still the same then. */
  async look(minutes: number): Promise<void> {
    const of = this.#key;
    const answer = await live.ask('times.open', {
      ...this.#at,
      from: toText(startOf(this.first, this.zone)),
      until: toText(startOf(this.last.add({ days: 1 }), this.zone)),
      minutes,
    });
    if (answer.ok && of === this.#key) this.#answer = { of, value: answer.value };
  }

  get #key(): string {
    return this.first.toString();
  }
}

const startOf = (date: PlainDate, zone: string): Instant => date.toZonedDateTime(zone).toInstant();
