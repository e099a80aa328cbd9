import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import type { Store } from '../../server/src/db/store.ts';

/** Milliseconds of processor time of this process: what the machine does beside it does not count. */
export function ours(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** The same with what the database's processes, one for each line of the store, use for it. */
export async function oursAndTheirs(store: Store): Promise<() => number> {
  const { rows } = await sql<{ pid: number }>`select pid from pg_stat_activity
    where application_name = 'confab'`.execute(store.db);
  const theirs = () =>
    rows.reduce((sum, { pid }) => {
      const [nanoseconds] = readFileSync(`/proc/${String(pid)}/schedstat`, 'utf8').split(' ');
      return sum + Number(nanoseconds) / 1e6;
    }, 0);
  return () => ours() + theirs();
}
