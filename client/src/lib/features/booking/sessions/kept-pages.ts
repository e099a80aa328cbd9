import type { BookingShelf, SessionFilter } from '@confab/shared';
import type { PersonCard } from '@confab/shared/protocol';
import { SvelteMap } from 'svelte/reactivity';
import { live, type LiveBooking } from '#lib/live/index.ts';
import type { Place } from './up-to.ts';

/** What was fetched of a shelf. */
export interface Fetched {
  bookings: LiveBooking[];
  /** Where the last page ended; null: nothing comes after it. */
  next: Place | null;
}

/** What was fetched under one filter. */
export interface Pages {
  readonly under: string;
  readonly fetched: SvelteMap<BookingShelf, Fetched>;
  readonly people: SvelteMap<string, PersonCard>;
  counts: Record<BookingShelf, number> | null;
}

const most = 4;

/** The pages under that filter as they were left, so that whoever returns finds their place. */
export function pagesUnder(filter: SessionFilter): Pages {
  const kept = (live.kept.get('sessions') ?? []) as Pages[];
  const under = JSON.stringify(filter);
  const pages = kept.find((one) => one.under === under) ?? {
    under,
    fetched: new SvelteMap(),
    people: new SvelteMap(),
    counts: null,
  };
  live.kept.set('sessions', [pages, ...kept.filter((one) => one !== pages)].slice(0, most));
  return pages;
}
