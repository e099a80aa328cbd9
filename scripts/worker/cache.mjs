// @ts-check
// Where a finished worker is kept: outside the checkout, so that a fresh clone finds it.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { shims } from './recipe.mjs';
import { sources } from './source.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/** The folder that all workers of this person lie in. */
export function cacheFolder(env = process.env) {
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'confab', 'worker');
}

/**
 * The place of the worker for this mediasoup, this machine's kind and these build files: a change
 * in any of them is another place.
 *
 * @param {string} version  mediasoup's
 * @param {string} [folder]
 * @returns {string} absolute path of the binary, whether or not it exists
 */
export function cachedWorker(version, folder = cacheFolder()) {
  const hash = createHash('sha256');
  const files = [...sources(shims, ''), join(here, 'recipe.mjs'), join(here, 'build.mjs')];
  for (const file of files.filter((name) => /\.\w+$/.test(name)).toSorted()) {
    hash.update(`${relative(here, file)}\0`).update(readFileSync(file));
  }
  const key = [version, process.platform, process.arch, hash.digest('hex').slice(0, 16)].join('-');
  return join(folder, key, 'mediasoup-worker');
}

/**
 * Whether this is a worker that runs here. Without MEDIASOUP_VERSION a worker ends at once with
 * code 41; a missing library, a wrong architecture or a torn file cannot do that.
 *
 * @param {string} path
 */
export function isWorker(path) {
  if (!existsSync(path)) return false;
  const { MEDIASOUP_VERSION: _, ...env } = process.env;
  return spawnSync(path, [], { env, stdio: 'ignore', timeout: 5_000 }).status === 41;
}
