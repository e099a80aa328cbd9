import { expect, test } from 'vitest';
import { sizes } from './sizes.ts';
import { Tree } from './tree-on-disk.ts';

const lines = (count: number) => 'line;\n'.repeat(count);

test('a file of 401 lines is too long, one of 400 is not', () => {
  using tree = new Tree({
    'a/long.ts': lines(401),
    'a/just.ts': lines(400),
    'b.svelte': lines(900),
  });
  expect(sizes(tree.root).map(({ file }) => file)).toEqual(['a/long.ts', 'b.svelte']);
});

test('what git ignores, lock files and data do not count', () => {
  using tree = new Tree({
    '.gitignore': 'node_modules/\n/data/\nclient/build/\n*.log\n',
    'node_modules/x/index.js': lines(900),
    'server/node_modules/x/index.js': lines(900),
    'data/x.ts': lines(900),
    'client/build/x.js': lines(900),
    'pnpm-lock.yaml': lines(900),
    'en.json': lines(900),
    'server/data/x.ts': lines(900),
  });
  expect(sizes(tree.root).map(({ file }) => file)).toEqual(['server/data/x.ts']);
});
