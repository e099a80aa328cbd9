import { sql } from 'kysely';
import { toText, type Instant } from '@confab/shared';
import type { Context } from '../command/context.ts';
import type { Tx } from '../db/database.ts';
import { plan } from './store.ts';

/** Outcomes of commands, and letters that went, are kept for 30 days. @see B5 */
const keptHours = 30 * 24;
const hoursBetween = 6;
/** Rows dropped at a stretch: commands have their turn before the next. */
const most = 100;

/** Tidies a little, and plans the next time: at once, while there is more. */
export async function keepTidy({ tx, now }: Pick<Context, 'tx' | 'now'>): Promise<void> {
  const more = await tidy(tx, now);
  await plan(tx, 'trim', '', more ? now : now.add({ hours: hoursBetween }));
}

/** Drops some of what is no longer kept. @returns whether there is more */
async function tidy(tx: Tx, now: Instant): Promise<boolean> {
  const oldest = toText(now.subtract({ hours: keptHours }));
  for (const some of [oldOutcomes(oldest), oldLetters(oldest)]) {
    const { numAffectedRows = 0n } = await some.execute(tx);
    if (numAffectedRows >= most) return true;
  }
  return false;
}

const oldOutcomes = (oldest: string) => sql`
  delete from command_outcome where (person_id, command_id) in (
    select person_id, command_id from command_outcome where decided_at < ${oldest} limit ${most})`;

const oldLetters = (oldest: string) => sql`
  delete from outbox where id in (
    select id from outbox
    where (state in ('sent', 'dropped') or (channel = 'push' and state = 'dead'))
      and ended_at < ${oldest} limit ${most})`;
