import { checkHours, type Hours, type OtherDays, type Stretch } from '@confab/shared';
import type { Refusal } from '@confab/shared/protocol';
import { live } from '#lib/live/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { announcer } from '#lib/ui/announcer.svelte.ts';
import { sentence } from '#lib/ui/sentence.ts';
import { daysInWords, weekdayName } from './day-words.ts';
import { faultInWords } from './fault-words.ts';

const nothing = (): Hours => ({
  week: Array.from({ length: 7 }, () => []),
  otherDays: [],
  longestDay: null,
  pause: 0,
});

/** A mentor's hours while they are being changed; checked as the server checks them. @see A1 */
export class HoursDraft {
  #hours = $state.raw<Hours>(nothing());
  /** As the server has them. */
  #kept = $state.raw<string>('null');
  #isSet = $state(false);
  #saving = $state(false);
  #refused = $state.raw<Refusal | null>(null);

  constructor(hours: Hours | null) {
    this.#take(hours);
  }

  get hours(): Hours {
    return this.#hours;
  }

  /** There are hours at all, or somebody has begun to set them. */
  get isSet(): boolean {
    return this.#isSet;
  }

  get saving(): boolean {
    return this.#saving;
  }

  get changed(): boolean {
    return this.#isSet && JSON.stringify(this.#hours) !== this.#kept;
  }

  /** What is wrong, and with which day; null while nothing is. */
  get wrong(): string | null {
    const check = checkHours(this.#hours);
    const refusal = check.ok ? this.#refused : check;
    if (!refusal) return null;
    if (refusal.code !== 'hours') return sentence(refusal);
    const day = this.#dayAt(refusal.field);
    const fault = faultInWords(refusal.fault);
    return day ? m.hours_where({ day, fault }) : fault;
  }

  /** Weekdays from nine to five, to begin with. */
  begin(): void {
    const day = [{ from: '09:00', to: '17:00' }];
    this.#change({ week: [day, day, day, day, day, [], []] });
    this.#isSet = true;
  }

  setDay(weekday: number, stretches: Stretch[]): void {
    this.#change({ week: this.#hours.week.with(weekday - 1, stretches) });
  }

  /** One day's hours on every day from Monday to Friday. */
  copyToWeekdays(weekday: number): void {
    const day = this.#hours.week[weekday - 1] ?? [];
    this.#change({ week: this.#hours.week.map((own, index) => (index < 5 ? day : own)) });
  }

  addDays(days: OtherDays): void {
    const all = [...this.#hours.otherDays, days];
    this.#change({ otherDays: all.toSorted((a, b) => (a.first < b.first ? -1 : 1)) });
  }

  removeDays(days: OtherDays): void {
    this.#change({ otherDays: this.#hours.otherDays.filter((one) => one !== days) });
  }

  setLimits(limits: Pick<Hours, 'longestDay' | 'pause'>): void {
    this.#change(limits);
  }

  async save(): Promise<void> {
    if (this.wrong) return;
    await this.#give(this.#hours, m.hours_saved());
  }

  /** No hours any more: mentees type the time they hope for. */
  async takeBack(): Promise<void> {
    await this.#give(null, m.hours_taken_back());
  }

  async #give(hours: Hours | null, said: string): Promise<void> {
    this.#saving = true;
    const answer = await live.give('hours.set', { hours });
    this.#saving = false;
    this.#refused = answer.ok ? null : answer;
    if (!answer.ok) return;
    this.#take(hours);
    announcer.say(said);
  }

  #take(hours: Hours | null): void {
    this.#hours = hours ?? nothing();
    this.#kept = JSON.stringify(hours);
    this.#isSet = hours !== null;
  }

  #change(part: Partial<Hours>): void {
    this.#hours = { ...this.#hours, ...part };
    this.#refused = null;
  }

  #dayAt(field: string): string | null {
    const [part, index = ''] = field.split('.');
    if (part === 'week' && index !== '') return weekdayName(Number(index) + 1);
    const days = part === 'otherDays' ? this.#hours.otherDays[Number(index)] : undefined;
    return days ? daysInWords(days) : null;
  }
}
