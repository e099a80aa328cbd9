// @ts-check
// What a step was last done for. Stamps lie in node_modules, so that they vanish together with it.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkout } from './checkout.mjs';

const generated = new Set(['node_modules', 'build', '.svelte-kit', 'paraglide']);

/**
 * A hash of the contents of files and of whole folders, whatever was generated left out. A path
 * that is not there counts as such.
 *
 * @param {string[]} paths  relative to `root`
 */
export function hashOf(paths, root = checkout) {
  const hash = createHash('sha256');
  const visit = (/** @type {string} */ path) => {
    const file = join(root, path);
    if (!existsSync(file)) return void hash.update(`${path} absent\0`);
    if (!statSync(file).isDirectory()) {
      return void hash.update(`${path}\0`).update(readFileSync(file));
    }
    for (const name of readdirSync(file).toSorted()) {
      if (!generated.has(name)) visit(join(path, name));
    }
  };
  for (const path of paths) visit(path);
  return hash.digest('hex');
}

/**
 * @param {string} step
 * @param {string} folder
 */
export function stampOf(step, folder = join(checkout, 'node_modules/.confab')) {
  const file = join(folder, step);
  return {
    /** @param {string} hash */
    is: (hash) => existsSync(file) && readFileSync(file, 'utf8') === hash,
    /** @param {string} hash */
    set: (hash) => {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, hash);
    },
  };
}
