import type { Db } from '../../src/db/database.ts';

/** The wake-ups that are kept; the store's tidying and the one mail a day are no part of the rules. */
export async function wakeupRows(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('wakeup').selectAll().execute();
  return rows
    .filter(({ kind }) => kind !== 'trim' && kind !== 'digest')
    .map(({ kind, ref, due_at }) => `${due_at} ${kind} ${ref}`)
    .toSorted();
}

/** Which of these commands are known again: by an outcome, or by the message they wrote. */
export async function outcomesOf(db: Db, commandIds: string[]): Promise<string[]> {
  if (commandIds.length === 0) return [];
  const rows = await db
    .selectFrom('command_outcome')
    .select('command_id as id')
    .where('command_id', 'in', commandIds)
    .unionAll(db.selectFrom('message').select('id').where('id', 'in', commandIds))
    .execute();
  return rows.map(({ id }) => id);
}
