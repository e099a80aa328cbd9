import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

/**
 * Makes a database in a throw-away cluster.
 * @param maintenance how the cluster's database `postgres` is reached
 * @param like the name of what it is a copy of: `template0` is bare
 * @returns how it is reached
 */
export async function newDatabase(maintenance: string, like = 'template0'): Promise<string> {
  const name = `confab_${randomUUID().replaceAll('-', '')}`;
  const client = new Client({ connectionString: maintenance });
  await client.connect();
  await client.query(`create database ${name} template ${like} strategy file_copy`);
  await client.end();
  return maintenance.replace('/postgres?', `/${name}?`);
}

/** The name of a database that is reached so. */
export const nameOf = (url: string): string => new URL(url).pathname.slice(1);

/** Removes one that nobody is connected to. */
export async function dropDatabase(maintenance: string, url: string): Promise<void> {
  const client = new Client({ connectionString: maintenance });
  await client.connect();
  await client.query(`drop database ${nameOf(url)}`);
  await client.end();
}
