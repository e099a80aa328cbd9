import { spawn } from 'node:child_process';
import { checkout } from '../setup/checkout.mjs';

// Nothing of ours takes half as long: a tool that does hangs.
const patienceMs = 20 * 60_000;

/**
 * Runs a tool with its output before the person's eyes.
 *
 * @param within  the folder it runs in, relative to the checkout
 * @returns whether it was content
 */
export function runTool(
  [command, ...args]: readonly [string, ...string[]],
  within = '.',
  env: NodeJS.ProcessEnv = process.env,
): Promise<boolean> {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: `${checkout}/${within}`,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: patienceMs,
    });
    child.on('error', (error) => {
      console.error(`${command} could not run: ${error.message}`);
      done(false);
    });
    child.on('close', (code) => done(code === 0));
  });
}
