import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Complaint } from './complaint.ts';
import { filesOf } from './tree.ts';

const mostLines = 400;
const written = /\.(ts|mjs|js|svelte|css|html|md|cpp|hpp|h|sh|sql)$/;

/** Files too long to hold in the head. */
export function sizes(root: string): Complaint[] {
  return filesOf(root)
    .filter((file) => written.test(file))
    .flatMap((file) => {
      const lines = readFileSync(join(root, file), 'utf8').trimEnd().split('\n').length;
      if (lines <= mostLines) return [];
      return [
        { file, says: `has ${lines} lines; split it by what it names (at most ${mostLines})` },
      ];
    });
}
