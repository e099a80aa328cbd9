import type { Booking, ProgramSettings } from '@confab/shared';
import type {
  Answer,
  BookingView,
  PersonCard,
  QueryValue,
  Refusal,
  Stay,
  TimelineEntry,
} from '@confab/shared/protocol';
import { live, openBooking, type LiveBooking } from '#lib/live/index.ts';
import { sentence } from '#lib/ui/sentence.ts';
import { merged } from '../shelves.ts';
import { ownView, type OwnView } from '../own-view.ts';
import { actionsFor, type Action } from './actions.ts';

type Opened = QueryValue<'booking.open'>;

/** Someone was faster, or time was: the page shows how it stands now, and says so. */
const overtaken: Refusal['code'][] = [
  'wrong-state',
  'stale-offer',
  'too-late',
  'not-your-turn',
  'not-your-part',
  'not-found',
  'contested',
  'settled',
];

/** One booking as one of its two people sees it, live, and what they can do. */
export class BookingPage {
  readonly id: string;
  #opened = $state.raw<Opened | null>(null);
  #answered = $state.raw<LiveBooking | null>(null);
  #settings = $state.raw<ProgramSettings | null>(null);
  #lost = $state.raw<Refusal | null>(null);
  #refused = $state<string | null>(null);
  #busy = $state<Action['type'] | null>(null);
  readonly #shown: LiveBooking | null = $derived.by(() => {
    const fetched = this.#opened ? [openBooking(this.#opened)] : [];
    const answered = this.#answered ? [this.#answered] : [];
    const known = live.booking(this.id);
    return merged(known ? [known] : [], answered, fetched)[0] ?? null;
  });

  constructor(id: string) {
    this.id = id;
  }

  /** The newest state that has come by any way; null while nothing has. */
  get booking(): Booking | null {
    return this.#shown?.booking ?? null;
  }

  get programName(): string {
    return this.#shown?.programName ?? '';
  }

  get view(): OwnView | null {
    return this.booking && ownView(this.booking, this.people);
  }

  get people(): PersonCard[] {
    return this.#opened?.people ?? [];
  }

  get timeline(): TimelineEntry[] {
    return this.#opened?.timeline ?? [];
  }

  /** Who was in the room; null until it is known. @see F3 */
  get attendance(): Stay[] | null {
    return this.#opened?.attendance ?? null;
  }

  /** The mentor's other pending requests for the same time. @see B6 */
  get overlaps(): Opened['overlaps'] {
    return this.booking?.state === 'pending' ? (this.#opened?.overlaps ?? []) : [];
  }

  /** Another session has taken the time that is on the table. @see B6 */
  get impossible(): boolean {
    return this.booking?.state === 'pending' && (this.#opened?.impossible ?? false);
  }

  /** The mentor's own calendar says that they are busy at the time that waits for their answer. @see A8 */
  get calendarBusy(): boolean {
    const waits = this.actions.some(({ type }) => type === 'accept');
    return waits && (this.#opened?.calendarBusy ?? false);
  }

  /** The program's settings, once they have come; they are asked for by {@link loadSettings}. */
  get settings(): ProgramSettings | null {
    return this.#settings;
  }

  /** Why there is nothing to show. */
  get lost(): Refusal | null {
    return this.#shown ? null : this.#lost;
  }

  /** Why the last thing was not done. */
  get refused(): string | null {
    return this.#refused;
  }

  set refused(words: string | null) {
    this.#refused = words;
  }

  get busy(): Action['type'] | null {
    return this.#busy;
  }

  get actions(): Action[] {
    const { booking, view } = this;
    if (!booking || !view) return [];
    return actionsFor(booking, view.side, live.clock.now, this.#settings?.roomExtension ?? false);
  }

  /** Fetches what is not live: the timeline and the warnings. */
  async load(): Promise<void> {
    const answer = await live.ask('booking.open', { bookingId: this.id });
    this.#lost = answer.ok ? null : answer;
    if (answer.ok) this.#opened = answer.value;
  }

  /** Fetches what the program has decided; again when it may have decided otherwise. */
  async loadSettings(programId: string): Promise<void> {
    const program = await live.ask('program.open', { programId });
    if (program.ok) this.#settings = program.value.settings;
  }

  /**
   * Does one thing. Where somebody was faster, the page says so and shows the present state; any
   * other refusal is the caller's to show, at its field.
   *
   * @param settled runs when there is nothing more to ask, before anything else may be done: what
   *   one's own doing has made impossible must not look like another's
   */
  async act(
    type: Action['type'],
    give: () => Promise<Answer<BookingView>>,
    settled: () => void,
  ): Promise<Refusal | null> {
    if (this.#busy) return null;
    this.#busy = type;
    this.#refused = null;
    const answer = await give();
    if (answer.ok) this.#answered = openBooking(answer.value);
    else await this.load();
    const refusal = answer.ok || overtaken.includes(answer.code) ? null : answer;
    if (!answer.ok && !refusal) this.#refused = sentence(answer);
    if (!refusal) settled();
    this.#busy = null;
    return refusal;
  }
}
