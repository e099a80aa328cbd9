import { toText, type Instant } from '@confab/shared';
import type { Context } from '../command/context.ts';
import type { Tx } from '../db/database.ts';
import { plan } from '../wakeup/store.ts';

/** Entries are kept for 30 days or 5,000, whichever is less; older readers get a snapshot. */
const keptHours = 30 * 24;
const keptEntries = 5_000;
const hoursBetween = 6;

/** Tidies now, and plans the next time. */
export async function keepTrimmed({ tx, now }: Pick<Context, 'tx' | 'now'>): Promise<void> {
  await trim(tx, now);
  await plan(tx, 'trim', '', now.add({ hours: hoursBetween }));
}

/** Drops what is no longer kept of feeds and of command outcomes. @see B5 */
async function trim(tx: Tx, now: Instant): Promise<void> {
  const oldest = toText(now.subtract({ hours: keptHours }));
  await tx.deleteFrom('feed_entry').where('written_at', '<', oldest).execute();
  await tx.deleteFrom('command_outcome').where('decided_at', '<', oldest).execute();
  const long = await tx
    .selectFrom('feed_head')
    .select(['person_id', 'seq'])
    .where('seq', '>', keptEntries)
    .execute();
  for (const { person_id, seq } of long)
    await tx
      .deleteFrom('feed_entry')
      .where('person_id', '=', person_id)
      .where('seq', '<=', seq - keptEntries)
      .execute();
}
