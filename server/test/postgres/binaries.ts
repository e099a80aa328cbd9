import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where Debian keeps each major version of PostgreSQL. */
const versions = '/usr/lib/postgresql';

/** Finds PostgreSQL's own programs, of its newest version here. @throws Error with the mend */
export function postgresProgram(name: 'initdb' | 'postgres'): string {
  const found = (existsSync(versions) ? readdirSync(versions) : [])
    .toSorted((one, other) => Number(other) - Number(one))
    .map((version) => join(versions, version, 'bin', name))
    .find((file) => existsSync(file));
  if (found === undefined)
    throw new Error(`There is no ${name} below ${versions}. Run apt-get install postgresql`);
  return found;
}
