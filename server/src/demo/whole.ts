import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { isDemo } from '../config/demo-mark.ts';
import type { Db } from '../db/database.ts';
import type { Store } from '../db/store.ts';
import { signIns } from './sign-in.ts';

/** Under this name a demo's database says that its story has been played to its end. */
const mark = { name: 'demo is made', value: 'to its end' };

/** Sessions in every demo that was ever made to its end; the first ones did not note that they were. */
const sessionsAtLeast = 38;

/** Is the whole demo there? */
export async function isMade(db: Db): Promise<boolean> {
  const noted = await db
    .selectFrom('installation')
    .select('name')
    .where('name', '=', mark.name)
    .executeTakeFirst();
  if (noted) return true;
  const emails = signIns.map(({ email }) => email);
  const count = (of: 'person' | 'booking') =>
    db.selectFrom(of).select((row) => row.fn.countAll<number>().as('rows'));
  const people = await count('person').where('email', 'in', emails).executeTakeFirstOrThrow();
  const sessions = await count('booking').executeTakeFirstOrThrow();
  return people.rows === emails.length && sessions.rows >= sessionsAtLeast;
}

/** Notes that the demo is whole: the last thing that is done to make it. */
export async function noteMade(db: Db): Promise<void> {
  await db
    .insertInto('installation')
    .values(mark)
    .onConflict((on) => on.column('name').doNothing())
    .execute();
}

/** Was the demo begun, and not made to its end? Real people are none of its business. */
const isHalfMade = async (db: Db): Promise<boolean> =>
  (await isDemo(db)) &&
  (await db.selectFrom('person').select('id').limit(1).executeTakeFirst()) !== undefined &&
  !(await isMade(db));

/**
 * Opens the demo's store. One whose making was interrupted is thrown away: nobody has been told yet
 * how to sign in to it, and what is missing cannot be told from what was undone.
 * @returns whether one was thrown away, too
 */
export async function openWhole<Opened extends { ok: true; store: Store } | { ok: false }>(
  open: () => Promise<Opened>,
  folder: string,
): Promise<{ opened: Opened; thrownAway: boolean }> {
  const opened = await open();
  if (!opened.ok || !(await isHalfMade(opened.store.db))) return { opened, thrownAway: false };
  await opened.store[Symbol.asyncDispose]();
  for (const file of ['confab.db', 'confab.db-wal', 'confab.db-shm'])
    rmSync(join(folder, file), { force: true });
  return { opened: await open(), thrownAway: true };
}
