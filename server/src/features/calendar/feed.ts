import { createHash } from 'node:crypto';
import ical from 'ical-generator';
import { fromText, type Instant } from '@confab/shared';
import type { Store } from '../../db/store.ts';
import { head } from '../../feed/store.ts';
import { eventOf, product, wordsFor } from '../mail/queries.ts';
import { personRow } from '../people/queries.ts';
import { ownerOf, sessionsOf } from './queries.ts';

/** Events in a calendar at most, and how far back it goes. */
const most = 2_000;
const keptDays = 365;

/** A private calendar as it is asked for. `content` is null where the asker has it already. */
export interface CalendarAnswer {
  etag: string;
  content: string | null;
}

export type ReadCalendar = (token: string, known: string | null) => Promise<CalendarAnswer | null>;

/**
 * A person's agreed sessions, by the private address of their calendar; null where it leads
 * nowhere. The tag follows the person's feed: whatever changes a session of theirs is in it, so
 * that an unchanged calendar is not even read. @see N3
 */
export const readCalendar =
  (store: Store, origin: () => string, clock: () => Instant): ReadCalendar =>
  (token, known) =>
    store.read(async (tx) => {
      const personId = await ownerOf(tx, token);
      if (!personId) return null;
      const now = clock();
      const day = now.toString().slice(0, 10);
      const state = `${personId} ${String(await head(tx, personId))} ${day} ${origin()}`;
      const etag = `"${createHash('sha256').update(state).digest('base64url').slice(0, 22)}"`;
      if (known === etag) return { etag, content: null };
      const since = now.subtract({ hours: keptDays * 24 });
      const words = wordsFor((await personRow(tx, personId))?.tongue ?? 'en');
      const calendar = ical({
        prodId: product(words),
        name: 'Confab',
        ttl: 3600,
      });
      for (const { booking, other, changedAt } of await sessionsOf(tx, personId, since, most))
        calendar.createEvent({
          ...eventOf(booking, { other, page: `${origin()}/sessions/${booking.id}`, words }),
          stamp: new Date(fromText(changedAt).epochMilliseconds),
        });
      return { etag, content: calendar.toString() };
    });
