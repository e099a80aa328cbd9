// @ts-check
// Whether this machine can run Confab at all.
import { hasNode, nodePackage } from './checkout.mjs';
import { SetUpFailure } from './failure.mjs';

const oldestNode = 20;

/** @throws SetUpFailure when it cannot */
export function checkMachine(version = process.versions.node) {
  if (Number(version.split('.')[0]) < oldestNode) {
    throw new SetUpFailure(
      `This is Node ${version}; set-up needs Node ${oldestNode} or newer.`,
      'Install a newer Node with npm, then run this again.',
    );
  }
  if (!hasNode) {
    throw new SetUpFailure(
      `Confab does not run on this kind of machine: there is no ${nodePackage} among its packages.`,
      'Use a 64-bit Debian or Ubuntu on Intel, AMD or ARM.',
    );
  }
}
