// @ts-check
// What only the tests need: a real browser, the databases that they start for themselves, a compiler
// for the worker's proofs, a network of their own that leads nowhere, and a look at what the system is asked.
import { buildPackages } from '../worker/recipe.mjs';
import { ensureInstalled, missing } from './debian.mjs';

const names = [
  'chromium',
  'iproute2',
  'tcpdump',
  'postgresql',
  'redis-server',
  'strace',
  ...buildPackages,
];

/** @type {import('./steps.mjs').Step} */
export const testTools = {
  name: 'test tools',
  says: 'Chromium, databases, a compiler and a network to test in',
  fresh: () => missing(names).length === 0,
  work: () => ensureInstalled(names, 'for the tests'),
};
