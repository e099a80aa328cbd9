import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Tongue } from '@confab/shared';

/** Folders with built pages; null where there are none. */
export interface KeptPages {
  current: string | null;
  /** Those served before: their hashed files are still asked for by tabs opened then. */
  previous: string | null;
}

/**
 * Keeps a copy of the built pages, and of the build before. A new build in the checkout neither
 * takes files from under a running server nor breaks tabs that are open.
 */
export function keepPages(build: string, folder: string): KeptPages {
  const current = join(folder, 'current');
  const previous = join(folder, 'previous');
  if (existsSync(pageOf(build))) {
    mkdirSync(folder, { recursive: true });
    if (existsSync(pageOf(current)) && !samePages(current, build)) {
      rmSync(previous, { recursive: true, force: true });
      renameSync(current, previous);
    }
    // Else a compressed form that this build does not have would stay, and be served.
    rmSync(current, { recursive: true, force: true });
    cpSync(build, current, { recursive: true, preserveTimestamps: true });
  }
  return {
    current: existsSync(pageOf(current)) ? current : null,
    previous: existsSync(pageOf(previous)) ? previous : null,
  };
}

/** The document in one language. @see client/build-steps/tongues.ts */
export const documentIn = (tongue: Tongue): string => `index.${tongue}.html`;

/** Stands for all: a new build has another one in every language. */
const pageOf = (folder: string): string => join(folder, documentIn('en'));

/** The page names its files, and their names hold their digests. */
const samePages = (one: string, other: string): boolean =>
  readFileSync(pageOf(one), 'utf8') === readFileSync(pageOf(other), 'utf8');
