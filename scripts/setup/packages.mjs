// @ts-check
// Node and all libraries, from the registry, exactly as the lock file says.
import { existsSync } from 'node:fs';
import { environment, node, packageManager } from './checkout.mjs';
import { SetUpFailure } from './failure.mjs';
import { run } from './run.mjs';
import { hashOf, stampOf } from './stamp.mjs';

const workspace = ['.', 'shared', 'server', 'sfu', 'client', 'migrations', 'e2e'];
const inputs = [
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  ...workspace.map((folder) => `${folder}/package.json`),
];

/** @type {import('./steps.mjs').Step} */
export const packages = {
  name: 'packages',
  says: 'Node and libraries from the registry',
  fresh: () => existsSync(node) && stampOf('packages').is(hashOf(inputs)),
  async work() {
    const install = ['install', '--frozen-lockfile', '--config.confirmModulesPurge=false'];
    const { code, said } = await run('npx', ['-y', packageManager, ...install], environment());
    if (code !== 0) throw whyNotInstalled(code, said);
    if (!existsSync(node)) {
      throw new SetUpFailure(
        `The packages are installed, but Node is not at ${node}.`,
        'npm may be set to leave out optional packages (npm config get omit); allow them, delete node_modules and run this again.',
      );
    }
    stampOf('packages').set(hashOf(inputs));
  },
};

/**
 * @param {number} code
 * @param {string} said
 */
function whyNotInstalled(code, said) {
  if (code === 127) {
    return new SetUpFailure('There is no npx here.', 'Install npm, then run this again.');
  }
  if (said.includes('frozen-lockfile')) {
    return new SetUpFailure(
      'pnpm-lock.yaml does not agree with a package.json.',
      `Run npx ${packageManager} install and keep the lock file it writes.`,
    );
  }
  if (said.includes('ENOSPC')) {
    return new SetUpFailure('The disk is full.', 'Make room, then run this again.');
  }
  return new SetUpFailure(
    `${packageManager} could not install the packages (it ended with code ${code}; see above).`,
    'Check that the package registry can be reached (npm ping), then run this again.',
  );
}
