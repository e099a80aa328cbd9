import { bound, namedIn } from '@confab/shared/live';
import { keptBookings, keptNotices, type Snapshot } from '@confab/shared/protocol';
import type { Look } from '../../db/look.ts';
import { head } from '../../feed/store.ts';
import { liveViews } from '../bookings/queries.ts';
import { latestTalks } from '../chat/queries.ts';
import { noticeMark, noticesBefore } from '../notices/queries.ts';
import { cards } from '../people/queries.ts';
import { meOf } from './me.ts';

/** A person's live state as it is now; the same as folding their feed into any older one. */
export async function snapshotOf(look: Look, personId: string): Promise<Snapshot> {
  const { tx } = look;
  const conversations = await latestTalks(look, personId);
  const bookings = await liveViews(tx, personId, keptBookings);
  const mark = await noticeMark(tx, personId);
  const latest =
    mark.lastNo > 0 ? await noticesBefore(tx, personId, mark.lastNo + 1, keptNotices) : [];
  const known = await cards(tx, [
    ...latest.flatMap(namedIn),
    ...conversations.map((one) => one.with),
    ...bookings.flatMap(({ booking }) => [booking.mentorId, booking.menteeId]),
  ]);
  return bound({
    seq: await head(tx, personId),
    me: await meOf(look, personId),
    people: Object.fromEntries(known.map((card) => [card.id, card])),
    conversations,
    bookings,
    notices: { ...mark, latest },
  });
}
