import { everySession, type BookingShelf, type SessionFilter } from '@confab/shared';
import { shelfOrder } from './shelf-words.ts';

/** What the page's address asks to see. */
export interface Asked {
  /** Null: it names none. */
  shelf: BookingShelf | null;
  view: 'list' | 'month';
  /** `2026-11`; null: the present one. */
  month: string | null;
  /** `2026-11-28`; null: none is chosen. */
  day: string | null;
  filter: SessionFilter;
}

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isMonth = /^[1-9]\d{3}-(0[1-9]|1[0-2])$/;
const isDay = /^[1-9]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const longest = 80;

/** Whatever an address says: what it cannot mean is not asked. */
export function askedFrom(search: Pick<URLSearchParams, 'get'>): Asked {
  const named = (name: string, pattern: RegExp) => {
    const value = search.get(name);
    return value !== null && pattern.test(value) ? value : null;
  };
  const as = search.get('as');
  return {
    shelf: shelfOrder.find((one) => one === search.get('shelf')) ?? null,
    view: search.get('view') === 'month' ? 'month' : 'list',
    month: named('month', isMonth),
    day: named('day', isDay),
    filter: {
      text: (search.get('q') ?? '').replaceAll('\0', '').trim().slice(0, longest),
      programId: named('program', isId),
      withId: named('with', isId),
      as: as === 'mentor' || as === 'mentee' ? as : null,
    },
  };
}

/** The address at which that is asked. */
export function addressOf({ shelf, view, month, day, filter }: Asked): string {
  const search = new URLSearchParams();
  const said = {
    shelf: view === 'month' ? null : shelf,
    view: view === 'month' ? view : null,
    month: view === 'month' ? month : null,
    day: view === 'month' ? day : null,
    q: filter.text,
    program: filter.programId,
    with: filter.withId,
    as: filter.as,
  };
  for (const [name, value] of Object.entries(said)) if (value) search.set(name, value);
  const text = search.toString();
  return text ? `/sessions?${text}` : '/sessions';
}

/** The same with another filter. */
export const filteredBy = (asked: Asked, filter: Partial<SessionFilter>): Asked => ({
  ...asked,
  filter: { ...asked.filter, ...filter },
});

export const unfiltered = (asked: Asked): Asked => ({ ...asked, filter: everySession });
