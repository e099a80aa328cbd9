// @ts-check
// Where mediasoup's npm package lies, with the worker's whole C++ source in it.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { checkout } from '../setup/checkout.mjs';

/**
 * The installed mediasoup: its folder and version.
 *
 * @returns {{ folder: string, version: string }}
 * @throws when the packages are not installed yet
 */
export function mediasoup() {
  const fromSfu = createRequire(join(checkout, 'sfu/package.json'));
  // Its package.json is not exported, so we go up from what is.
  let folder = dirname(fromSfu.resolve('mediasoup'));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { folder, version };
}

/**
 * The files below a folder with this ending, largest first: the longest compilations start first,
 * so that the cores finish together.
 *
 * @param {string} folder
 * @param {string} ending
 * @returns {string[]} absolute paths
 */
export function sources(folder, ending) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name))
    .toSorted((a, b) => statSync(b).size - statSync(a).size);
}
