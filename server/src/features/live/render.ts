import type { Instant } from '@confab/shared';
import type { FeedEvent } from '@confab/shared/protocol';
import type { Tx } from '../../db/database.ts';
import type { FeedEntry } from '../../feed/store.ts';
import { viewFor } from '../bookings/queries.ts';
import { entry as messageEntry, headOf } from '../chat/queries.ts';
import { cards } from '../people/queries.ts';
import { meOf } from './me.ts';

/** Feed entries as `viewer` may read them now: text and entitlement are of this moment. */
export async function render(
  tx: Tx,
  viewer: string,
  entries: FeedEntry[],
  now: Instant,
): Promise<FeedEvent[]> {
  const events: FeedEvent[] = [];
  for (const entry of entries)
    events.push((await shown(tx, viewer, entry, now)) ?? (await own(tx, viewer, entry.seq)));
  return events;
}

/** What is no longer the viewer's to see leaves its place to what always is: themselves. */
const own = async (tx: Tx, viewer: string, seq: number): Promise<FeedEvent> => ({
  seq,
  kind: 'me',
  me: await meOf(tx, viewer),
  people: [],
});

async function shown(
  tx: Tx,
  viewer: string,
  { seq, kind, ref }: FeedEntry,
  now: Instant,
): Promise<FeedEvent | null> {
  switch (kind) {
    case 'me':
      return own(tx, viewer, seq);
    case 'booking': {
      const view = await viewFor(tx, viewer, ref);
      if (!view) return null;
      const people = await cards(tx, [view.booking.mentorId, view.booking.menteeId]);
      return { seq, kind, view, people };
    }
    case 'conversation': {
      const conversation = await headOf(tx, viewer, ref, now);
      return conversation && { seq, kind, conversation, people: await cards(tx, [ref]) };
    }
    case 'message': {
      const found = await messageEntry(tx, viewer, ref);
      const conversation = found && (await headOf(tx, viewer, found.with, now));
      if (!conversation) return null;
      const people = await cards(tx, [found.with]);
      return { seq, kind, conversation, message: found.message, people };
    }
  }
}
