import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The files of a tree that are written by people: what .gitignore names is left out. There may be
 * no git where this runs, so that the file is read here; ours has plain names and `*.ending` only.
 *
 * @returns paths relative to the root, with forward slashes, sorted
 */
export function filesOf(root: string): string[] {
  const ignored = ignoring(root);
  const walk = (folder: string): string[] =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.name === '.git' || ignored(path)) return [];
      if (entry.isDirectory()) return walk(path);
      return entry.isFile() ? [path] : [];
    });
  return walk('').toSorted();
}

function ignoring(root: string): (path: string) => boolean {
  const file = join(root, '.gitignore');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const patterns = lines.map((line) => line.trim()).filter((line) => line && !line.startsWith('#'));
  const anywhere = new Set<string>();
  const anchored = new Set<string>();
  const endings: string[] = [];
  for (const pattern of patterns) {
    const plain = pattern.replace(/^\//, '').replace(/\/$/, '');
    if (plain.startsWith('*')) endings.push(plain.slice(1));
    else if (pattern.startsWith('/') || plain.includes('/')) anchored.add(plain);
    else anywhere.add(plain);
  }
  return (path) =>
    anchored.has(path) ||
    anywhere.has(path.slice(path.lastIndexOf('/') + 1)) ||
    endings.some((ending) => path.endsWith(ending));
}
