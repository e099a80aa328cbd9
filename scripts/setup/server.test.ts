import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Tree } from '../check/tree-on-disk.ts';
import { checkout } from './checkout.mjs';
import { youngHeap } from './server.mjs';

const server = join(checkout, 'scripts/setup/server.mjs');

/** Starts a parent that becomes this program, as `npm start` becomes the server. */
function becoming(program: string) {
  const tree = new Tree({
    'program.mjs': program,
    'parent.mjs': `import { becomes, spawnUnderNode } from ${JSON.stringify(server)};
      await becomes(spawnUnderNode([process.argv[2]]));`,
  });
  const at = (name: string) => join(tree.root, name);
  const child = spawn(process.execPath, [at('parent.mjs'), at('program.mjs')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { child, [Symbol.dispose]: () => tree[Symbol.dispose]() };
}

test('what is new may pile up in a thirty-second of the memory, within bounds', () => {
  const gibibytes = (n: number) => youngHeap(n * 2 ** 30);
  expect([0.5, 1, 2, 3, 4, 64].map(gibibytes)).toEqual(
    [32, 32, 64, 96, 128, 128].map((mebibytes) => `--max-semi-space-size=${String(mebibytes)}`),
  );
});

test('the exit code is kept', async () => {
  using parent = becoming('process.exitCode = 7;');
  expect(await once(parent.child, 'close')).toEqual([7, null]);
});

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('%s reaches the server', async (signal) => {
  using parent = becoming(
    `process.on('${signal}', () => process.exit(9)); setInterval(() => {}, 1000); console.log('up');`,
  );
  await once(parent.child.stdout, 'data');
  parent.child.kill(signal);
  expect(await once(parent.child, 'close')).toEqual([9, null]);
});

test('a server that is killed is not a success', async () => {
  using parent = becoming("process.kill(process.pid, 'SIGKILL');");
  expect(await once(parent.child, 'close')).toEqual([137, null]);
});

test('the program runs under the Node of the packages', async () => {
  using parent = becoming('console.log(process.execPath);');
  const [chunk] = (await once(parent.child.stdout, 'data')) as [Buffer];
  expect(String(chunk)).toContain('node_modules');
});
