// @ts-check
import { spawn } from 'node:child_process';
import { checkout } from './checkout.mjs';

/**
 * Runs a command in the checkout, its output before the person's eyes.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>} its exit code; 127 when there is no such command
 */
export function run(command, args, { env = process.env } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: checkout,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', () => done(127));
    child.on('close', (code) => done(code ?? 1));
  });
}
