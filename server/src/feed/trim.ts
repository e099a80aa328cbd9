import { toText, type Instant } from '@confab/shared';
import { askedOften } from '../db/asked-often.ts';
import type { Tx } from '../db/database.ts';

/** Entries are kept for 30 days or 5,000, whichever is less; older readers get a snapshot. */
const keptHours = 30 * 24;
const keptEntries = 5_000;

/** So many entries of a feed come between two times that it is trimmed. */
export const trimEvery = 200;
/** And so many go at a time at most: more than come, and no more than nobody notices. */
const most = 2 * trimEvery;

/**
 * Drops the first entries of a feed, as far as they are no longer kept. Whoever's feed grows trims
 * it: entries need not be found by their age, of which everyone would have to keep an order.
 * @param last of the feed
 */
export async function trimFeed(
  tx: Tx,
  personId: string,
  last: number,
  now: Instant,
): Promise<void> {
  const oldest = toText(now.subtract({ hours: keptHours }));
  await drop(tx, personId, last - keptEntries, oldest, most);
}

const drop = askedOften((tx, personId: string, upTo: number, oldest: string, limit: number) =>
  tx
    .with('first', (db) =>
      db
        .selectFrom('feed_entry')
        .select(['seq', 'written_at'])
        .where('person_id', '=', personId)
        .orderBy('seq')
        .limit(limit),
    )
    .deleteFrom('feed_entry')
    .where('person_id', '=', personId)
    .where('seq', 'in', (db) =>
      db
        .selectFrom('first')
        .select('seq')
        .where((where) => where.or([where('seq', '<=', upTo), where('written_at', '<', oldest)])),
    ),
);
