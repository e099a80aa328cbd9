import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

/** A database that a test has to itself. */
interface Database {
  url: string;
  /** Used by nobody but us, to empty it. */
  client: Client;
}

/** Made in this test file, and of use again: making one takes longer than emptying it. */
const idle: Database[] = [];

/** Lends an empty, migrated database. @param maintenance any database of the cluster but the copied one */
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

/** `template1`, which holds our tables, is what a new database is copied from. */
async function copied(maintenance: string): Promise<Database> {
  const name = `confab_${randomUUID().replaceAll('-', '')}`;
  const maker = new Client({ connectionString: maintenance });
  await maker.connect();
  await maker.query(`create database ${name} strategy file_copy`);
  await maker.end();
  const url = maintenance.replace(/\/postgres\?/, `/${name}?`);
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
