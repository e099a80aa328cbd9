import type { Instant } from '@confab/shared';
import type { TermsForm } from '../terms/terms-form.svelte.ts';
import { localMomentOf } from './local-moment-of.ts';
import type { OpenWeek } from './open-week.svelte.ts';

/** How a start comes into a form: chosen from a mentor's open times, or typed. @see A6 */
export class StartChoice {
  readonly week: OpenWeek;
  readonly form: TermsForm;
  readonly #keeps: boolean;
  /** Somebody would rather type a time than choose an open one, or the other way round. */
  #typing = $state<boolean | null>(null);

  /** @param keeps a start that stands in the form already, and is not open, is shown as typed */
  constructor(week: OpenWeek, form: TermsForm, { keeps }: { keeps: boolean }) {
    this.week = week;
    this.form = form;
    this.#keeps = keeps;
    const { resolved } = form;
    if (resolved?.ok) week.turnTo(resolved.at);
  }

  /**
   * Whether date and time are typed: where the mentor has set no hours, where somebody wants it, or
   * where a time is kept that is not open. Null until the open times are known.
   */
  get typing(): boolean | null {
    const { hasHours, waiting, starts } = this.week;
    if (hasHours === null) return null;
    if (!hasHours) return true;
    if (this.#typing !== null) return this.#typing;
    const { start } = this.form;
    if (!this.#keeps) return false;
    if (!start || waiting) return start ? null : false;
    const { chosen } = this;
    return !chosen || !starts.some((one) => one.equals(chosen));
  }

  set typing(typing: boolean) {
    this.#typing = typing;
  }

  /** The start as an instant, once it is one. */
  get chosen(): Instant | null {
    const { resolved } = this.form;
    return resolved?.ok ? resolved.at : null;
  }

  /** Takes an open time as if it had been typed. */
  choose(start: Instant): void {
    this.#typing = false;
    this.form.take(localMomentOf(start, this.form.zone));
  }
}
