import { Temporal, toText, type SessionFilter } from '@confab/shared';
import type { CalendarSession, PersonCard } from '@confab/shared/protocol';
import { live } from '#lib/live/index.ts';
import { sentence } from '#lib/ui/sentence.ts';
import { allAreLive } from '../sessions/sessions.svelte.ts';
import { entryOfLive, entryOfTold, type CalendarEntry } from './calendar-entry.ts';
import type { rangeOf } from './month-grid.ts';

type Range = ReturnType<typeof rangeOf>;

/** What takes place, or may, in the weeks of a month: live bookings, and the older ones asked for. @see L3 */
export class Month {
  readonly #range: Range;
  readonly #filter: SessionFilter;
  #told = $state.raw<{ sessions: CalendarSession[]; people: PersonCard[] }>(nothing);
  #refused = $state<string | null>(null);
  readonly #entries: CalendarEntry[] = $derived.by(() => {
    const { me } = live;
    if (!me) return [];
    const now = live.clock.minute;
    const lives = new Set(live.bookings.map(({ booking }) => booking.id));
    const older = this.#told.sessions.filter(({ id }) => !lives.has(id));
    return [
      ...live.bookings.flatMap((one) => entryOfLive(one, me.id, this.#filter, now) ?? []),
      ...older.map((one) => entryOfTold(one, this.#told.people)),
    ].toSorted(
      (a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt) || (a.id < b.id ? -1 : 1),
    );
  });

  constructor(range: Range, filter: SessionFilter) {
    this.#range = range;
    this.#filter = filter;
  }

  /** In the order of their starts. */
  get entries(): CalendarEntry[] {
    return this.#entries;
  }

  get refused(): string | null {
    return this.#refused;
  }

  /** Asks where not all of one's sessions are live. */
  async renew(): Promise<void> {
    if (allAreLive()) return;
    const { from, until } = this.#range;
    const asked = { from: toText(from), until: toText(until), filter: this.#filter };
    const answer = await live.ask('booking.calendar', asked);
    this.#refused = answer.ok ? null : sentence(answer);
    if (answer.ok) this.#told = answer.value;
  }
}

const nothing = { sessions: [], people: [] };
