import type { Db } from '../db/database.ts';
import type { Fault, Mode } from './config.ts';

/** Under this name a demo's database says what it is. */
const mark = { name: 'demo', value: 'made-up people' };

/** Does this database hold made-up people? */
export async function isDemo(db: Db): Promise<boolean> {
  const found = await db
    .selectFrom('installation')
    .select('name')
    .where('name', '=', mark.name)
    .executeTakeFirst();
  return found !== undefined;
}

/**
 * Keeps made-up people and real ones apart: a new database is marked when the demo opens it first,
 * and from then on neither opens what is the other's.
 * @returns why it must not be opened, or null
 */
export async function keepApart(db: Db, mode: Mode): Promise<Fault | null> {
  const found = await isDemo(db);
  if (mode === 'serve')
    return found
      ? fault('it holds a demo, with passwords that everyone knows', 'Name another folder')
      : null;
  if (found) return null;
  if (await db.selectFrom('person').select('id').limit(1).executeTakeFirst())
    return fault('it holds real people, and the demo would mix with them', 'Name another folder');
  await db.insertInto('installation').values(mark).execute();
  return null;
}

const fault = (wrong: string, mend: string): Fault => ({ variable: 'CONFAB_DATA', wrong, mend });
