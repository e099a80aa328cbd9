import { namedIn } from '@confab/shared/live';
import type { FeedEvent } from '@confab/shared/protocol';
import type { Look } from '../../db/look.ts';
import type { FeedEntry } from '../../feed/store.ts';
import { viewFor } from '../bookings/queries.ts';
import { entry as messageEntry, headOf } from '../chat/queries.ts';
import { noticeMark, noticeOf } from '../notices/queries.ts';
import { cardsSeen } from '../people/queries.ts';
import { meOf } from './me.ts';

/** Feed entries as `viewer` may read them now: text and entitlement are of this moment. */
export async function render(
  look: Look,
  viewer: string,
  entries: readonly FeedEntry[],
): Promise<FeedEvent[]> {
  const events: FeedEvent[] = [];
  for (const entry of entries)
    events.push((await shown(look, viewer, entry)) ?? (await own(look, viewer, entry.seq)));
  return events;
}

/** What is no longer the viewer's to see leaves its place to what always is: themselves. */
const own = async (look: Look, viewer: string, seq: number): Promise<FeedEvent> => ({
  seq,
  kind: 'me',
  me: await meOf(look, viewer),
  people: [],
});

async function shown(
  look: Look,
  viewer: string,
  { seq, kind, ref }: FeedEntry,
): Promise<FeedEvent | null> {
  switch (kind) {
    case 'me':
      return own(look, viewer, seq);
    case 'booking': {
      const view = await viewFor(look.tx, viewer, ref);
      if (!view) return null;
      const people = await cardsSeen(look, [view.booking.mentorId, view.booking.menteeId]);
      return { seq, kind, view, people };
    }
    case 'conversation': {
      const conversation = await headOf(look, viewer, ref);
      return conversation && { seq, kind, conversation, people: await cardsSeen(look, [ref]) };
    }
    case 'notice': {
      const notice = ref === '' ? null : await noticeOf(look.tx, viewer, ref);
      const notices = await noticeMark(look.tx, viewer);
      const people = await cardsSeen(look, notice ? namedIn(notice) : []);
      const gone = notice || ref === '' ? null : ref;
      return { seq, kind, notice, gone, notices, people };
    }
    case 'message': {
      const found = await messageEntry(look, viewer, ref);
      const conversation = found && (await headOf(look, viewer, found.with));
      if (!conversation) return null;
      const people = await cardsSeen(look, [found.with]);
      return { seq, kind, conversation, message: found.message, people };
    }
  }
}
