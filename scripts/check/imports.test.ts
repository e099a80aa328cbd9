import { expect, test } from 'vitest';
import { imports } from './imports.ts';
import { Tree } from './tree-on-disk.ts';

/** What the check says about one file that holds this code. */
function about(file: string, code: string): string[] {
  using tree = new Tree({ [file]: code });
  return imports(tree.root).map(({ says }) => says);
}

test.each([
  ['client/src/a.ts', "import { x } from '@confab/server';", 'client may not import server'],
  ['client/src/a.ts', "export * from '@confab/sfu/rooms';", 'client may not import sfu'],
  ['shared/src/a.ts', "import type { X } from '@confab/server';", 'shared may not import server'],
  ['e2e/room.spec.ts', "import '@confab/sfu';", 'e2e may not import sfu'],
  ['sfu/src/a.ts', "await import('@confab/migrations');", 'sfu may not import migrations'],
  ['server/src/media/in-process.ts', "import '@confab/sfu';", 'server may not import sfu'],
  ['client/src/a.ts', "import '../../shared/src/index.ts';", 'reaches into shared by path'],
  ['server/src/db/a.ts', "import '../features/chat/queries.ts';", 'db may not import features'],
  ['server/src/features/a/b.ts', "import '../../gateway/x.ts';", 'features may not import gateway'],
  [
    'server/src/features/chat/a.ts',
    "import '../booking/store.ts';",
    'only queries.ts of feature booking',
  ],
  ['server/src/http/a.ts', "import '../main.ts';", 'http may not import main.ts'],
  ['shared/src/a.ts', "import './a.test.ts';", 'imports a test'],
  ['server/src/db/a.ts', "import { Temporal } from 'temporal-polyfill';", 'only shared/src/time/'],
  ['server/src/db/a.ts', 'export const now = Temporal.Now.instant();', 'global Temporal'],
  ['server/src/db/a.ts', 'export const t = globalThis.Temporal;', 'global Temporal'],
  ['server/src/db/a.ts', 'export type T = Temporal.Instant;', 'global Temporal'],
])('%s with %s: %s', (file, code, says) => {
  expect(about(file, code)).toEqual([expect.stringContaining(says)]);
});

test.each([
  ['client/src/a.ts', "import { x } from '@confab/shared/protocol';"],
  ['server/src/main.ts', "import '@confab/sfu'; import './gateway/x.ts';"],
  ['server/test/call.test.ts', "import '@confab/sfu';"],
  ['server/src/gateway/a.ts', "import '../features/chat/commands.ts';"],
  ['server/src/features/chat/a.ts', "import '../booking/queries.ts'; import './store.ts';"],
  ['server/src/features/chat/a.ts', "import '../../db/database.ts';"],
  ['server/src/db/a.ts', "import { Temporal } from '@confab/shared'; Temporal.Now.instant();"],
  ['server/src/db/a.ts', 'export const word = { Temporal: 1 }.Temporal;'],
  ['shared/src/time/temporal.ts', "import 'temporal-polyfill'; globalThis.Temporal;"],
  ['e2e/stage/main.ts', "import '@confab/server'; import '@confab/sfu';"],
  ['e2e/room.spec.ts', "import '../client/src/lib/x.ts';"],
])('%s may hold %s', (file, code) => {
  expect(about(file, code)).toEqual([]);
});

test('scripts of components are read, and the line is told', () => {
  using tree = new Tree({
    'client/src/A.svelte':
      '<h1>Hello</h1>\n<script module>\n</script>\n<script lang="ts">\n  import \'@confab/server\';\n</script>\n',
  });
  expect(imports(tree.root)).toEqual([
    { file: 'client/src/A.svelte', line: 5, says: 'client may not import server' },
  ]);
});
