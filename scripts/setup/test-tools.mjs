// @ts-check
// What only the tests need: a real browser, and a compiler for the worker's proofs.
import { buildPackages } from '../worker/recipe.mjs';
import { ensureInstalled, missing } from './debian.mjs';

const names = ['chromium', ...buildPackages];

/** @type {import('./steps.mjs').Step} */
export const testTools = {
  name: 'test tools',
  says: 'Chromium and a compiler, for the tests',
  fresh: () => missing(names).length === 0,
  work: () => ensureInstalled(names, 'for the tests'),
};
