// @ts-check
// Running the server under its own Node, as if this process had become it.
import { spawn } from 'node:child_process';
import { constants, totalmem } from 'node:os';
import { join } from 'node:path';
import { locateWorker } from '../worker/locate.mjs';
import { checkout, environment, node } from './checkout.mjs';

/** MiB that V8 lets pile up at most before it clears away what is new; 32 is its own choice. */
const young = { least: 32, most: 128 };

/**
 * How much may pile up, as Node is told it: a thirty-second of the machine's memory. The more, the
 * more of what is made for an answer is gone by then, instead of being moved.
 *
 * @param {number} [memory] bytes
 * @returns {string}
 */
export function youngHeap(memory = totalmem()) {
  const share = memory / 32 / 2 ** 20;
  const mebibytes = Math.round(Math.min(young.most, Math.max(young.least, share)));
  return `--max-semi-space-size=${mebibytes}`;
}

/**
 * What Node is told to run the server.
 *
 * @param {'demo' | 'serve'} mode
 * @returns {string[]}
 */
export const serverAs = (mode) => [youngHeap(), 'server/src/main.ts', mode];

/**
 * Starts a program under Confab's Node, with the media worker named in its environment.
 *
 * @param {string[]} args
 * @param {{ cwd?: string, ipc?: boolean, detached?: boolean }} [options] `ipc`: it may tell that it
 *   listens; `detached`: signals to the group of this process do not reach it
 */
export function spawnUnderNode(args, { cwd = checkout, ipc = false, detached = false } = {}) {
  const worker = locateWorker();
  const env = environment({
    // What was compiled at one start is not compiled again at the next.
    NODE_COMPILE_CACHE: join(checkout, 'node_modules/.confab/compiled'),
    ...(worker ? { MEDIASOUP_WORKER_BIN: worker } : {}),
  });
  const stdio = /** @type {const} */ ('inherit');
  const streams = ipc ? [stdio, stdio, stdio, /** @type {const} */ ('ipc')] : stdio;
  return spawn(node, args, { cwd, env, stdio: streams, detached });
}

/**
 * Runs it to its end: signals are passed on, and this process ends as it ends.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {{ detached?: boolean }} [options]  as it was spawned
 * @returns {Promise<void>}
 */
export function becomes(child, { detached = false } = {}) {
  // A terminal sends Ctrl-C to the whole group: passing it on as well would be a second Ctrl-C.
  const byTerminal = process.stdin.isTTY && !detached;
  process.on('SIGINT', () => void (byTerminal || child.kill('SIGINT')));
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => void child.kill(signal));
  }
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code, signal) => {
      process.exitCode = code ?? 128 + constants.signals[signal ?? 'SIGKILL'];
      done();
    });
  });
}
