import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, readFileSync } from 'node:fs';
import { delimiter, join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test, vi } from 'vitest';
import { freePort } from '../server/test/neighbours/free-port.ts';
import { Tree } from './check/tree-on-disk.ts';
import { checkout, packageManager } from './setup/checkout.mjs';

const page = readFileSync(join(checkout, 'docs/MEDIA-NODES.md'), 'utf8');

/** What a terminal has on a machine with Node and npm: no tool of ours, and nobody named the worker. */
function terminal(): NodeJS.ProcessEnv {
  const { MEDIASOUP_WORKER_BIN: _, PATH = '', ...rest } = process.env;
  const ofTheMachine = PATH.split(delimiter).filter((folder) => !folder.startsWith(checkout));
  return { ...rest, PATH: ofTheMachine.join(delimiter) };
}

/** A data folder of a server, with its keys, as the node is to have a copy of it. */
function dataFolder(): Tree {
  const { publicKey } = generateKeyPairSync('ed25519');
  const keys = { control: 'k'.repeat(43), grants: [publicKey.export({ format: 'jwk' })] };
  const tree = new Tree({ 'media-keys.json': JSON.stringify(keys) });
  chmodSync(join(tree.root, 'media-keys.json'), 0o600);
  return tree;
}

/** A command at a terminal in the checkout, with this in its environment besides. */
function typed([program, ...args]: readonly [string, ...string[]], more: Record<string, string>) {
  const child = spawn(program, args, {
    cwd: checkout,
    env: { ...terminal(), ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    createInterface(stream).on('line', (line) => said.push(line));
  const closed = once(child, 'close');
  return {
    child,
    said: () => said.join('\n'),
    closed,
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      // The node ends at the second word, whatever sits in it, and all that began it with it.
      child.kill('SIGTERM');
      child.kill('SIGTERM');
      await closed;
    },
  };
}

const answers = async (port: number): Promise<number | null> =>
  fetch(`http://127.0.0.1:${String(port)}/`).then(
    ({ status }) => status,
    () => null,
  );

const pnpm = 'pnpm --filter sfu start';

test.each([
  ['npm run media', ['npm', 'run', 'media'], 'MEDIA_KEYS', 'media-keys.json'],
  [pnpm, ['npx', '-y', '--package', packageManager, '-c', `exec ${pnpm}`], 'CONFAB_DATA', '.'],
] as const)(
  '%s: a media node on its own finds its worker, and paths from the checkout; told to end, it drains',
  async (command, words, variable, within) => {
    expect(page.includes(`\`${command}\``), 'the page names it').toBe(true);
    using data = dataFolder();
    const port = await freePort();
    await using node = typed(words, {
      [variable]: join(relative(checkout, data.root), within),
      SFU_PORT: String(port),
      MEDIA_PORT: String(await freePort()),
      MEDIA_WORKERS: '1',
      MEDIA_ADDRESSES: '127.0.0.1',
      LOG_LEVEL: 'info',
    });
    const ended = node.closed.then(() => {
      throw new Error(`it ended:\n${node.said()}`);
    });
    const listens = vi.waitFor(
      () => expect(node.said()).toContain('the media node listens'),
      60_000,
    );
    await Promise.race([listens, ended]);
    expect(await answers(port)).toBe(404);
    node.child.kill('SIGTERM');
    await node.closed;
    expect(node.said()).toContain('draining');
    expect(node.said()).not.toContain('media worker died');
    expect(await answers(port)).toBeNull();
  },
  120_000,
);
