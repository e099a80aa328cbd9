import { fromText, type Booking, type Instant, type ProgramSettings } from '@confab/shared';
import type { QueryValue, QueryWire, Refusal } from '@confab/shared/protocol';
import { keepDraft, keptDraft, live, openBooking } from '#lib/live/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { announcer } from '#lib/ui/announcer.svelte.ts';
import { sentence } from '#lib/ui/sentence.ts';
import { refusedField, type RefusedField } from '../terms/refused-field.ts';
import { TermsForm } from '../terms/terms-form.svelte.ts';
import { OpenWeek } from '../times/open-week.svelte.ts';
import { StartChoice } from '../times/start-choice.svelte.ts';
import { keptText, openedDraft, type Before } from './draft.ts';

export type RequestStep = 'details' | 'review' | 'sent';
type Details = QueryWire<'booking.review'>;

/** What a request would mean, as the server answers it. */
export interface Review {
  startsAt: Instant;
  endsAt: Instant;
  respondBy: Instant;
  opensAt: Instant;
  closesAt: Instant;
  mentorZone: string;
}

/** One request on its way: typed, reviewed by the server's own rules, sent once. @see B1 */
export class Request {
  readonly programId: string;
  readonly mentorId: string;
  readonly #me = live.me?.id ?? '';
  /** The session that is booked again: what is typed then is a draft of its own. */
  readonly #before: string | null;
  readonly form: TermsForm;
  /** The start: one of the mentor's open times, or typed. */
  readonly start: StartChoice;
  note = $state('');
  step = $state<RequestStep>('details');
  /** A step was left with something missing: now it is said. */
  #tried = $state(false);
  #reviewed = $state.raw<{ of: string; review: Review } | null>(null);
  #refused = $state.raw<{ of: string; refusal: Refusal } | null>(null);
  #sending = $state(false);
  #sent = $state.raw<Booking | null>(null);

  constructor(
    at: { programId: string; mentorId: string },
    settings: ProgramSettings,
    zone: string,
    before: Before | null,
  ) {
    this.#before = before?.id ?? null;
    this.programId = at.programId;
    this.mentorId = at.mentorId;
    const draft = openedDraft(keptDraft(this.#me, this.#about), settings, before);
    this.form = new TermsForm(zone, draft);
    this.note = draft.note;
    // A time that was typed or chosen before is shown as it was.
    this.start = new StartChoice(new OpenWeek(at, zone), this.form, { keeps: true });
  }

  /** The details as the server takes them; null while something is missing. */
  get details(): Details | null {
    const { start, location, minutes, question, which } = this.form;
    if (!start || !location || (question && !which)) return null;
    const { programId, mentorId } = this;
    return { programId, mentorId, start, minutes: Number(minutes), location };
  }

  /** The review of exactly what is typed now. */
  get review(): Review | null {
    return this.#reviewed?.of === this.#typed ? this.#reviewed.review : null;
  }

  get sending(): boolean {
    return this.#sending;
  }

  /** The booking that the request has become, in its newest state. */
  get booking(): Booking | null {
    return this.#sent && (live.booking(this.#sent.id)?.booking ?? this.#sent);
  }

  /** What is wrong, at the field it is about. */
  get wrong(): Partial<Record<RefusedField, string>> {
    const refusal = this.#refused?.of === this.#typed ? this.#refused.refusal : null;
    if (refusal) return { [refusedField(refusal)]: sentence(refusal) };
    if (!this.#tried) return {};
    const { form } = this;
    return {
      ...(!form.start && {
        time: this.start.typing === false ? m.hours_open_missing() : m.booking_when_missing(),
      }),
      ...(!form.location && { location: m.booking_place_wrong() }),
      ...(form.question && !form.which && { which: m.booking_which_missing() }),
    };
  }

  /** Asks the server what the details mean, and shows it if they are still the same then. */
  async look(details: Details): Promise<void> {
    const of = JSON.stringify(details);
    const answer = await live.ask('booking.review', details);
    if (of !== this.#typed || this.#sent) return;
    if (answer.ok) {
      this.#reviewed = { of, review: opened(answer.value) };
      this.#refused = null;
    } else {
      this.#reviewed = null;
      this.#refused = { of, refusal: answer };
      this.form.heed(answer);
    }
  }

  /** On to the review, unless something is missing. @returns whether it went on */
  toReview(): boolean {
    this.#tried = true;
    if (!this.details || Object.keys(this.wrong).length > 0) return false;
    this.step = 'review';
    return true;
  }

  /** Sends what has been reviewed. What is refused goes back to its field; nothing typed is lost. */
  async send(): Promise<void> {
    const { details } = this;
    if (!details || !this.review || this.#sending || this.#sent) return;
    const of = this.#typed;
    this.#sending = true;
    const note = this.note.trim();
    const answer = await live.give('booking.request', { ...details, note: note || null });
    this.#sending = false;
    if (answer.ok) {
      this.#sent = openBooking(answer.value).booking;
      this.step = 'sent';
      keepDraft(this.#me, this.#about, '');
      announcer.say(m.booking_sent_announced());
    } else {
      this.#refused = { of, refusal: answer };
      this.form.heed(answer);
      this.step = 'details';
    }
  }

  /** Keeps what is typed on this device, for whoever leaves the page and comes back. */
  keep(): void {
    if (this.#sent) return;
    keepDraft(this.#me, this.#about, keptText({ ...this.form.draft, note: this.note }));
  }

  get #about(): string {
    const again = this.#before === null ? '' : `.${this.#before}`;
    return `request.${this.programId}.${this.mentorId}${again}`;
  }

  get #typed(): string {
    return JSON.stringify(this.details);
  }
}

const opened = (value: QueryValue<'booking.review'>): Review => ({
  startsAt: fromText(value.startsAt),
  endsAt: fromText(value.endsAt),
  respondBy: fromText(value.respondBy),
  opensAt: fromText(value.opensAt),
  closesAt: fromText(value.closesAt),
  mentorZone: value.mentorZone,
});
