import {
  fromText,
  resolveLocal,
  type LocalMoment,
  type Location,
  type ResolvedMoment,
} from '@confab/shared';
import type { Refusal } from '@confab/shared/protocol';
import { localStart } from './local-start.ts';
import { otherName, type TermsDraft } from './terms-draft.ts';

type Question = Extract<ResolvedMoment, { earlierAt: unknown }>;

/** Date, time, duration and location as somebody types them, in their own zone. @see B1 B8 */
export class TermsForm {
  readonly zone: string;
  #date = $state('');
  #time = $state('');
  #which = $state<LocalMoment['which']>(undefined);
  #asked = $state.raw<Question | null>(null);
  minutes = $state('');
  kind = $state('online');
  place = $state('');

  constructor(zone: string, draft: TermsDraft) {
    this.zone = zone;
    this.#date = draft.date;
    this.#time = draft.time;
    this.minutes = draft.minutes;
    this.kind = draft.kind;
    this.place = draft.place;
  }

  get draft(): TermsDraft {
    const { date, time, minutes, kind, place } = this;
    return { date, time, minutes, kind, place };
  }

  get date(): string {
    return this.#date;
  }

  /** Another date or time is another question: an answer about a clock change does not carry over. */
  set date(date: string) {
    if (date !== this.#date) this.#forget();
    this.#date = date;
  }

  get time(): string {
    return this.#time;
  }

  set time(time: string) {
    if (time !== this.#time) this.#forget();
    this.#time = time;
  }

  get which(): LocalMoment['which'] {
    return this.#which;
  }

  set which(which: LocalMoment['which']) {
    this.#which = which;
  }

  /** Takes a moment as if somebody had typed it, and answered where it is a question. */
  take({ date, time, which }: LocalMoment): void {
    this.date = date;
    this.time = time;
    this.which = which;
  }

  /** Null while date or time is missing. */
  get start(): LocalMoment | null {
    return localStart(this.#date, this.#time, this.zone, this.#which);
  }

  /** What the start means here and now; null while it is incomplete. */
  get resolved(): ResolvedMoment | null {
    return this.start && resolveLocal(this.start);
  }

  /** The two instants to choose from, where the clocks make the time a question. */
  get question(): Question | null {
    const start = localStart(this.#date, this.#time, this.zone, undefined);
    const resolved = start && resolveLocal(start);
    return resolved && !resolved.ok && resolved.code !== 'bad-time' ? resolved : this.#asked;
  }

  /** The server may know of a clock change that this device does not: then it asks. */
  heed(refusal: Refusal): void {
    if (refusal.code !== 'time-gap' && refusal.code !== 'time-fold') return;
    const { code, earlierAt, laterAt } = refusal;
    this.#asked = { ok: false, code, earlierAt: fromText(earlierAt), laterAt: fromText(laterAt) };
  }

  /** Null while a place is missing. */
  get location(): Location | null {
    const place = this.place.trim();
    if (this.kind === 'online') return { kind: 'online' };
    if (this.kind === 'in-person') return place === '' ? null : { kind: 'in-person', place };
    return { kind: 'other', name: otherName(this.kind), place };
  }

  #forget(): void {
    this.#which = undefined;
    this.#asked = null;
  }
}
