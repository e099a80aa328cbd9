import {
  isFiltering,
  isLookedFor,
  shelfOf,
  type BookingShelf,
  type SessionFilter,
} from '@confab/shared';
import { keptBookings, type PersonCard } from '@confab/shared/protocol';
import { live, openBooking, type LiveBooking } from '#lib/live/index.ts';
import { sentence } from '#lib/ui/sentence.ts';
import { ownView } from '../own-view.ts';
import { merged, shelved, type Shelved } from '../shelves.ts';
import { pagesUnder } from './kept-pages.ts';
import { upTo, type Place } from './up-to.ts';

/** Are there bookings on that shelf which are not live? */
const elsewhere = (shelf: BookingShelf): boolean => shelf === 'past' || shelf === 'cancelled';

/**
 * The four shelves under one filter: live bookings, and the older ones that were fetched. Whoever
 * has few has all of them live, and nothing is asked.
 * @see L1 L2
 */
export class Sessions {
  readonly filter: SessionFilter;
  readonly #pages;
  #counts = $state.raw<Record<BookingShelf, number> | null>(null);
  #fetching = $state(false);
  #refused = $state<string | null>(null);
  readonly #shelves: Shelved = $derived.by(() => {
    const older = [...this.#pages.fetched.values()].flatMap(({ bookings }) => bookings);
    const all = merged(live.bookings, older).filter((one) => this.#isSought(one));
    const shelves = shelved(all, live.clock.minute);
    for (const [shelf, { next }] of this.#pages.fetched)
      shelves[shelf] = upTo(next, shelves[shelf]);
    return shelves;
  });

  constructor(filter: SessionFilter) {
    this.filter = filter;
    this.#pages = pagesUnder(filter);
    this.#counts = this.#pages.counts;
  }

  get shelves(): Shelved {
    return this.#shelves;
  }

  get people(): PersonCard[] {
    return [...this.#pages.people.values()];
  }

  get fetching(): boolean {
    return this.#fetching;
  }

  get refused(): string | null {
    return this.#refused;
  }

  /** Could there be bookings on that shelf which are not here yet? */
  hasMore(shelf: BookingShelf): boolean {
    if (!elsewhere(shelf) || allAreLive()) return false;
    const fetched = this.#pages.fetched.get(shelf);
    return !fetched || fetched.next !== null;
  }

  /** Its first page has not come yet. */
  isAwaited(shelf: BookingShelf): boolean {
    return this.hasMore(shelf) && !this.#pages.fetched.has(shelf);
  }

  /** How many are on a shelf; null while that is not known. */
  count(shelf: BookingShelf): number | null {
    if (!elsewhere(shelf) || allAreLive()) return this.shelves[shelf].length;
    return this.#counts?.[shelf] ?? null;
  }

  /** How many there are on all of them; null while that is not known. */
  get total(): number | null {
    const [past, cancelled] = [this.count('past'), this.count('cancelled')];
    if (past === null || cancelled === null) return null;
    return past + cancelled + this.shelves.pending.length + this.shelves.upcoming.length;
  }

  /** Counts anew, and fetches again what is shown of a shelf: something has changed. */
  async renew(shelf: BookingShelf): Promise<void> {
    if (allAreLive()) return;
    const answer = await live.ask('booking.counts', { filter: this.filter });
    if (answer.ok) this.#counts = this.#pages.counts = answer.value;
    const known = this.#pages.fetched.get(shelf)?.bookings.length ?? 0;
    for (const other of this.#pages.fetched.keys())
      if (other !== shelf) this.#pages.fetched.delete(other);
    if (elsewhere(shelf)) await this.#fetch(shelf, null, known);
  }

  /** Fetches the next page of a shelf. */
  async older(shelf: BookingShelf): Promise<void> {
    if (this.#fetching || !this.hasMore(shelf)) return;
    const { next = null, bookings = [] } = this.#pages.fetched.get(shelf) ?? {};
    await this.#fetch(shelf, next, 0, bookings);
  }

  /** From a place on, until there are `least`; what was fetched before stands meanwhile. */
  async #fetch(
    shelf: BookingShelf,
    from: Place | null,
    least: number,
    before: LiveBooking[] = [],
  ): Promise<void> {
    if (this.#fetching) return;
    this.#fetching = true;
    const found = [...before];
    for (let next = from; ;) {
      const asked = { shelf, before: next, filter: this.filter };
      const answer = await live.ask('booking.list', asked);
      this.#refused = answer.ok ? null : sentence(answer);
      if (!answer.ok) break;
      for (const person of answer.value.people) this.#pages.people.set(person.id, person);
      found.push(...answer.value.bookings.map(openBooking));
      next = answer.value.next;
      if (next && found.length < least) continue;
      this.#pages.fetched.set(shelf, { bookings: found, next });
      break;
    }
    this.#fetching = false;
  }

  #isSought({ booking, programName }: LiveBooking): boolean {
    if (!isFiltering(this.filter)) return true;
    const view = ownView(booking, this.people);
    const names = { other: view?.other.name ?? '', program: programName };
    return live.me !== null && isLookedFor(booking, live.me.id, names, this.filter);
  }
}

/** A snapshot with fewer than it may hold holds them all. */
export const allAreLive = (): boolean => live.bookings.length < keptBookings;

/** Rises and falls with what is upcoming: a session goes to another shelf when its room closes. */
export const upcomingNow = (): number =>
  live.bookings.filter(({ booking }) => shelfOf(booking, live.clock.minute) === 'upcoming').length;
