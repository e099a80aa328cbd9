// @ts-check
import { spawn } from 'node:child_process';
import { checkout } from './checkout.mjs';

/**
 * Runs a command in the checkout, its output before the person's eyes.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ code: number, said: string }>} its exit code, 127 when there is no such
 *   command; and the last of what it printed, to name a cause from
 */
export function run(command, args, env = process.env) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: checkout, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const [stream, shown] of /** @type {const} */ ([
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ])) {
      stream.on('data', (chunk) => {
        shown.write(chunk);
        said = (said + chunk).slice(-8_000);
      });
    }
    child.on('error', () => done({ code: 127, said }));
    child.on('close', (code) => done({ code: code ?? 1, said }));
  });
}
