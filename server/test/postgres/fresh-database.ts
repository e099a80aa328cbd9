import { Client } from 'pg';
import { newDatabase } from './new-database.ts';

/** A database that a test has to itself. */
interface Database {
  url: string;
  /** Used by nobody but us, to empty it. */
  client: Client;
}

/** Made in this test file, and of use again: making one takes longer than emptying it. */
const idle: Database[] = [];

/** Lends an empty, migrated database. @param maintenance how the cluster's `postgres` is reached */
export async function lendDatabase(
  maintenance: string,
): Promise<{ url: string; giveBack: () => Promise<void> }> {
  const database = idle.pop() ?? (await copied(maintenance));
  return {
    url: database.url,
    giveBack: async () => {
      await database.client.query(emptied);
      idle.push(database);
    },
  };
}

/** The set-up has made our tables in `template1`. */
async function copied(maintenance: string): Promise<Database> {
  const url = await newDatabase(maintenance, 'template1');
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('set session_replication_role = replica');
  return { url, client };
}

/** Every row of ours; without looking at references, which would ask for an order. */
const emptied = `do $$ declare one text; begin
  for one in select tablename from pg_tables where schemaname = 'public'
    and tablename not like 'kysely%' loop execute format('delete from %I', one); end loop;
end $$`;
