import { expect } from 'vitest';
import { everySession, Temporal, toText } from '@confab/shared';
import { shelves, type Shelf } from '@confab/shared/protocol';
import type { Stage } from '../stage/stage.ts';
import { closes, sideOf } from './sessions.ts';
import type { Session, World } from './world.ts';

/** @see L1 */
function shelfOf({ state, ...session }: Session, now: number): Shelf {
  if (state === 'pending') return 'pending';
  if (state === 'completed' || state === 'no-show') return 'past';
  if (state !== 'accepted') return 'cancelled';
  return now < closes({ state, ...session }) ? 'upcoming' : 'past';
}

const text = (at: number): string => toText(Temporal.Instant.fromEpochMilliseconds(at));
const week = 7 * 86_400_000;

/** What a person's lists, their counts and their calendar say, by looking at every session. @see L1 L2 L3 */
export async function listed(
  { sessions, now }: World,
  stage: Pick<Stage, 'know'>,
  personId: string,
  what: number,
): Promise<void> {
  const own = [...sessions.values()].filter((one) => sideOf(one, personId));
  const some = own[what % Math.max(1, own.length)];
  const filter = {
    ...everySession,
    programId: what % 3 === 1 && some ? some.programId : null,
    as: what % 3 === 2 ? ('mentor' as const) : null,
  };
  const sought = own.filter(
    (one) =>
      (filter.programId ?? one.programId) === one.programId &&
      (filter.as ?? sideOf(one, personId)) === sideOf(one, personId),
  );
  const counts = await stage.know(personId, 'booking.counts', { filter });
  const on = (shelf: Shelf) => sought.filter((one) => shelfOf(one, now) === shelf);
  expect(counts).toEqual(Object.fromEntries(shelves.map((shelf) => [shelf, on(shelf).length])));

  const shelf = shelves[what % shelves.length] ?? 'past';
  const page = await stage.know(personId, 'booking.list', { shelf, before: null, filter });
  const shown = page.bookings.map(({ booking }) => booking.id);
  expect(shown.toSorted()).toEqual(on(shelf).map(({ id }) => id).toSorted()); // prettier-ignore

  const range = { from: text(now - week), until: text(now + week) };
  const calendar = await stage.know(personId, 'booking.calendar', { ...range, filter });
  const within = sought.flatMap((one) => {
    const { starts, ends } = one.state === 'pending' && one.table ? one.table : one.terms;
    const isThere = shelfOf(one, now) !== 'cancelled' && starts < now + week && ends > now - week;
    return isThere ? [`${text(starts)} ${one.id} ${one.state}`] : [];
  });
  expect(calendar.sessions.map((one) => `${one.startsAt} ${one.id} ${one.state}`)).toEqual(
    within.toSorted(),
  );
}
