import { type BookingShelf } from '@confab/shared';
import { keptBookings, type PersonCard } from '@confab/shared/protocol';
import { SvelteMap } from 'svelte/reactivity';
import { live, openBooking, type LiveBooking } from '#lib/live/index.ts';
import { sentence } from '#lib/ui/sentence.ts';
import { merged, shelved, type Shelved } from '../shelves.ts';

interface Fetched {
  bookings: LiveBooking[];
  more: boolean;
  last: string | null;
}

/** The four shelves: live bookings, and the older ones that were fetched. */
export class Sessions {
  #fetched = new SvelteMap<BookingShelf, Fetched>();
  #people = new SvelteMap<string, PersonCard>();
  #fetching = $state(false);
  #refused = $state<string | null>(null);
  readonly #shelves: Shelved = $derived.by(() => {
    const older = [...this.#fetched.values()].flatMap(({ bookings }) => bookings);
    return shelved(merged(live.bookings, older), live.clock.minute);
  });

  get shelves(): Shelved {
    return this.#shelves;
  }

  get people(): PersonCard[] {
    return [...this.#people.values()];
  }

  get fetching(): boolean {
    return this.#fetching;
  }

  get refused(): string | null {
    return this.#refused;
  }

  /** Could there be bookings on that shelf which are not here yet? */
  hasMore(shelf: BookingShelf): boolean {
    // What is pending or agreed is always live; of the rest, the latest.
    if (shelf === 'pending' || shelf === 'upcoming') return false;
    const fetched = this.#fetched.get(shelf);
    if (fetched) return fetched.more;
    return live.bookings.length >= keptBookings;
  }

  /** How many are on a shelf: `12`, or `12+` where older ones are not counted yet. */
  count(shelf: BookingShelf): string {
    return `${this.shelves[shelf].length}${this.hasMore(shelf) ? '+' : ''}`;
  }

  /** Fetches the next page of a shelf. */
  async older(shelf: BookingShelf): Promise<void> {
    if (this.#fetching || !this.hasMore(shelf)) return;
    this.#fetching = true;
    const known = this.#fetched.get(shelf);
    const answer = await live.ask('booking.list', { shelf, before: known?.last ?? null });
    this.#fetching = false;
    this.#refused = answer.ok ? null : sentence(answer);
    if (!answer.ok) return;
    const { bookings, people, more } = answer.value;
    for (const person of people) this.#people.set(person.id, person);
    this.#fetched.set(shelf, {
      bookings: [...(known?.bookings ?? []), ...bookings.map(openBooking)],
      more,
      last: bookings.at(-1)?.booking.id ?? known?.last ?? null,
    });
  }
}
