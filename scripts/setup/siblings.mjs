// @ts-check
// Server and media node as two processes side by side: each is started again by itself, so that
// neither takes the other along.
import { constants } from 'node:os';
import { spawnUnderNode } from './server.mjs';

/** Milliseconds before a process is started again; the last one repeats. */
const pauses = [0, 500, 2_000, 5_000];
/** Milliseconds after which one that ran is not thought of as failing any more. */
const steady = 30_000;

/**
 * Runs the programs until told to end, each begun once the one before it says that it listens.
 * A program that ends before it ever listened ends everything: somebody has to mend something first.
 *
 * @param {{ name: string, args: string[], stopsAt: NodeJS.Signals }[]} programs `stopsAt`: the
 *   signal at which it ends without delay
 * @returns {Promise<void>}
 */
export function sideBySide(programs) {
  /** @type {Map<string, import('node:child_process').ChildProcess>} */
  const running = new Map();
  /** @type {Set<NodeJS.Timeout>} */
  const timers = new Set();
  /** How many were begun at all: from then on each is started again by its own end alone. */
  let begun = 0;
  /** @type {() => void} */
  let done = () => {};
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => (done = resolve));
  let stopping = false;

  const stop = (told = false) => {
    stopping = true;
    for (const timer of timers) clearTimeout(timer);
    if (!told) for (const { name, stopsAt } of programs) running.get(name)?.kill(stopsAt);
    if (running.size === 0) done();
  };

  /** @param {number} index @param {number} tries */
  const start = (index, tries) => {
    const program = programs[index];
    if (!program || stopping) return;
    begun = Math.max(begun, index + 1);
    const child = spawnUnderNode(program.args, { ipc: true });
    const began = performance.now();
    let listened = false;
    running.set(program.name, child);
    child.once('message', () => {
      listened = true;
      if (begun === index + 1) start(index + 1, 0);
    });
    child.once('error', (error) => console.error(`${program.name}: ${error.message}`));
    child.once('close', (code, signal) => {
      running.delete(program.name);
      if (stopping) {
        if (running.size === 0) done();
        return;
      }
      const why = signal ?? `code ${code}`;
      if (!listened && tries === 0) {
        process.exitCode = code || 128 + constants.signals[signal ?? 'SIGTERM'];
        return stop();
      }
      const again = performance.now() - began > steady ? 0 : tries;
      const pause = pauses[Math.min(again, pauses.length - 1)] ?? 0;
      console.error(`The ${program.name} ended (${why}); it is started again.`);
      const timer = setTimeout(() => {
        timers.delete(timer);
        start(index, again + 1);
      }, pause);
      timers.add(timer);
    });
  };

  // A terminal sends Ctrl-C to the whole group: they know.
  process.on('SIGINT', () => stop(process.stdin.isTTY));
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP']))
    process.on(signal, () => stop());
  start(0, 0);
  return ended;
}
