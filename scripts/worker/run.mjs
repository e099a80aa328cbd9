// @ts-check
// Running a compiler: quiet when it works, its whole complaint when it does not.
import { spawn } from 'node:child_process';

/**
 * @param {string} command
 * @param {string[]} args
 * @param {AbortSignal} [signal]  stops it
 * @returns {Promise<void>}
 * @throws with the command's name and what it printed, when it fails
 */
export function run(command, args, signal) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], signal });
    let said = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    child.stderr.on('data', (chunk) => (said += chunk));
    child.on('error', (error) => fail(new Error(`${command} could not run: ${error.message}`)));
    child.on('close', (code, killedBy) => {
      if (code === 0) done();
      else fail(new Error(`${command} failed (${killedBy ?? code}):\n${said.slice(-4000)}`));
    });
  });
}

/**
 * Does all jobs, at most `width` at a time. The first failure stops the others.
 *
 * @template Job
 * @param {Job[]} jobs
 * @param {number} width
 * @param {(job: Job, signal: AbortSignal) => Promise<void>} work
 */
export async function inParallel(jobs, width, work) {
  const stop = new AbortController();
  const waiting = [...jobs];
  const lane = async () => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      await work(job, stop.signal);
    }
  };
  try {
    await Promise.all(Array.from({ length: width }, lane));
  } catch (error) {
    waiting.length = 0;
    stop.abort();
    throw error;
  }
}
