// @ts-check
// The pages, built for the browser.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkout, environment, packageManager } from './checkout.mjs';
import { SetUpFailure } from './failure.mjs';
import { run } from './run.mjs';
import { hashOf, stampOf } from './stamp.mjs';

// Named one by one: the tools that build write files of their own beside them.
const inputs = [
  'client/build-steps',
  'client/build.ts',
  'client/messages',
  'client/package.json',
  'client/project.inlang/settings.json',
  'client/src',
  'client/static',
  'client/tsconfig.json',
  'client/vite.config.ts',
  'shared/package.json',
  'shared/src',
  'pnpm-lock.yaml',
];

/** @type {import('./steps.mjs').Step} */
export const clientBuild = {
  name: 'client build',
  says: 'the pages, built for the browser in each language',
  fresh: () =>
    ['en', 'de'].every((tongue) =>
      existsSync(join(checkout, `client/build/index.${tongue}.html`)),
    ) && stampOf('client-build').is(hashOf(inputs)),
  async work() {
    const before = hashOf(inputs);
    const build = ['--filter', '@confab/client', 'build'];
    const { code } = await run('npx', ['-y', packageManager, ...build], environment());
    if (code !== 0) {
      throw new SetUpFailure(
        `The pages could not be built (it ended with code ${code}; see above).`,
        'Mend what the build says in client/ or shared/, then start again.',
      );
    }
    stampOf('client-build').set(before);
  },
};
