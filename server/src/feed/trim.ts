import { sql } from 'kysely';
import { toText, type Instant } from '@confab/shared';
import type { Context } from '../command/context.ts';
import type { Tx } from '../db/database.ts';
import { plan } from '../wakeup/store.ts';

/** Entries are kept for 30 days or 5,000, whichever is less; older readers get a snapshot. */
const keptHours = 30 * 24;
const keptEntries = 5_000;
const hoursBetween = 6;
/** Rows dropped at a stretch: commands have their turn before the next. */
const most = 100;

/** Tidies a little, and plans the next time: at once, while there is more. */
export async function keepTrimmed({ tx, now }: Pick<Context, 'tx' | 'now'>): Promise<void> {
  const more = await trim(tx, now);
  await plan(tx, 'trim', '', more ? now : now.add({ hours: hoursBetween }));
}

/** Drops some of what is no longer kept of feeds, command outcomes and letters that went. @returns whether there is more @see B5 */
async function trim(tx: Tx, now: Instant): Promise<boolean> {
  const oldest = toText(now.subtract({ hours: keptHours }));
  for (const some of [
    oldEntries(oldest),
    oldOutcomes(oldest),
    oldLetters(oldest),
    entriesTooMany,
  ]) {
    const { numAffectedRows = 0n } = await some.execute(tx);
    if (numAffectedRows >= most) return true;
  }
  return false;
}

const oldEntries = (oldest: string) => sql`
  delete from feed_entry where (person_id, seq) in (
    select person_id, seq from feed_entry where written_at < ${oldest} limit ${most})`;

const oldOutcomes = (oldest: string) => sql`
  delete from command_outcome where (person_id, command_id) in (
    select person_id, command_id from command_outcome where decided_at < ${oldest} limit ${most})`;

const oldLetters = (oldest: string) => sql`
  delete from outbox where id in (
    select id from outbox
    where (state in ('sent', 'dropped') or (channel = 'push' and state = 'dead'))
      and ended_at < ${oldest} limit ${most})`;

const entriesTooMany = sql`
  delete from feed_entry where (person_id, seq) in (
    select entry.person_id, entry.seq from feed_head head
    join feed_entry entry on entry.person_id = head.person_id and entry.seq <= head.seq - ${keptEntries}
    where head.seq > ${keptEntries} limit ${most})`;
