import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { Tree } from '../check/tree-on-disk.ts';
import { checkout } from './checkout.mjs';

const siblings = join(checkout, 'scripts/setup/siblings.mjs');

/** Listens, says who it is and its process id, and ends as the real ones do. */
const steady = (name: string, stopsAt: string) => `
  process.on('${stopsAt}', () => { console.log('${name} stops'); process.exit(0); });
  process.send('listening', () => console.log('${name} ' + process.pid));
  setInterval(() => {}, 1000);
`;

/** The parent of a server and a node made of these programs, and the lines that all of them say. */
function parentOf(server: string, node: string) {
  const tree = new Tree({
    'server.mjs': server,
    'node.mjs': node,
    'parent.mjs': `import { sideBySide } from ${JSON.stringify(siblings)};
      await sideBySide([
        { name: 'server', args: [process.argv[2]], stopsAt: 'SIGTERM' },
        { name: 'node', args: [process.argv[3]], stopsAt: 'SIGINT' },
      ]);`,
  });
  const at = (name: string) => join(tree.root, name);
  const child = spawn(process.execPath, [at('parent.mjs'), at('server.mjs'), at('node.mjs')], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const said: string[] = [];
  const lines = createInterface(child.stdout);
  lines.on('line', (line) => said.push(line));
  const closed = once(child, 'close');
  return {
    child,
    closed,
    said,
    /** The process id with which this one said that it is there, for the `time`th time. */
    async pidOf(name: string, time = 1): Promise<number> {
      for (;;) {
        const found = said.filter((line) => /^\w+ \d+$/.test(line) && line.startsWith(name));
        const pid = Number(found[time - 1]?.split(' ')[1]);
        if (pid > 0) return pid;
        await once(lines, 'line');
      }
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await closed;
      tree[Symbol.dispose]();
    },
  };
}

test('each is started again without the other; a stop ends both', async () => {
  await using both = parentOf(steady('server', 'SIGTERM'), steady('node', 'SIGINT'));
  const [server, node] = [await both.pidOf('server'), await both.pidOf('node')];
  process.kill(server, 'SIGKILL');
  expect(await both.pidOf('server', 2)).not.toBe(server);
  process.kill(node, 'SIGKILL');
  expect(await both.pidOf('node', 2)).not.toBe(node);
  both.child.kill('SIGTERM');
  expect(await both.closed).toEqual([0, null]);
  expect(both.said.filter((line) => /^server \d/.test(line))).toHaveLength(2);
  expect(both.said.filter((line) => /^node \d/.test(line))).toHaveLength(2);
  expect(both.said.slice(-2).toSorted()).toEqual(['node stops', 'server stops']);
}, 30_000);

test('a server that comes back while the node waits to be started again begins no second one', async () => {
  await using both = parentOf(steady('server', 'SIGTERM'), steady('node', 'SIGINT'));
  process.kill(await both.pidOf('node'), 'SIGKILL');
  // From the second end on there is a pause: the server ends, and listens again, within it.
  process.kill(await both.pidOf('node', 2), 'SIGKILL');
  process.kill(await both.pidOf('server'), 'SIGKILL');
  const server = await both.pidOf('server', 2);
  await both.pidOf('node', 3);
  // The server's own pause now outlasts what was left of the node's.
  process.kill(server, 'SIGKILL');
  await both.pidOf('server', 3);
  both.child.kill('SIGTERM');
  expect(await both.closed).toEqual([0, null]);
  expect(both.said.filter((line) => /^node \d/.test(line))).toHaveLength(3);
  expect(both.said.slice(-2).toSorted()).toEqual(['node stops', 'server stops']);
}, 30_000);

test('a server that cannot start ends it all, with its exit code, before a node is begun', async () => {
  await using both = parentOf('process.exitCode = 3;', steady('node', 'SIGINT'));
  expect(await both.closed).toEqual([3, null]);
  expect(both.said).toEqual([]);
}, 30_000);

test('a node that cannot start takes the server with it: somebody has to mend something', async () => {
  await using both = parentOf(steady('server', 'SIGTERM'), 'process.exitCode = 4;');
  expect(await both.closed).toEqual([4, null]);
  expect(both.said.at(-1)).toBe('server stops');
}, 30_000);
