import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { youngHeap } from '../../scripts/setup/server.mjs';
import { Folder } from '../frame/folder.ts';
import { foundTown, type Townsman } from './town.ts';

/** A founded town on disk, of which each run gets a copy of its own. */
export interface Place extends Disposable {
  people: readonly Townsman[];
  /** JSON of the people, for processes that are them. */
  file: string;
  copy(): string;
}

export async function place(pairs: number): Promise<Place> {
  const folder = new Folder();
  const founded = join(folder.path, 'founded');
  const people = await foundTown(founded, pairs);
  const file = join(folder.path, 'people.json');
  writeFileSync(file, JSON.stringify(people));
  let copies = 0;
  return {
    people,
    file,
    copy() {
      const copied = join(folder.path, `copy-${String(++copies)}`);
      cpSync(founded, copied, { recursive: true });
      return copied;
    },
    [Symbol.dispose]() {
      folder[Symbol.dispose]();
    },
  };
}

/** The environment of a server of a benchmark. @param port on loopback */
export const surroundings = (dataDir: string, port: number) => ({
  CONFAB_DATA: dataDir,
  HOST: '127.0.0.1',
  PORT: String(port),
  ORIGIN: `http://127.0.0.1:${String(port)}`,
  // No calls here.
  MEDIASOUP_WORKER_BIN: '',
  LOG_LEVEL: 'error',
  NODE_ENV: 'production',
  // As `npm run serve` starts it.
  NODE_OPTIONS: youngHeap(),
  NODE_COMPILE_CACHE: join(import.meta.dirname, '../../node_modules/.confab/compiled'),
});
