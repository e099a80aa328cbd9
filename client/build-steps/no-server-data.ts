import type { Plugin } from 'vite';

const id = '\0confab:no-server-data';

/**
 * What Kit's client takes from it. A page's own state in the history is plain, and Kit writes one at
 * every start; the rest would be a fault of ours.
 */
const code = ['stringifyAsync', 'uneval', 'unflatten']
  .map((name) => `export const ${name} = never;`)
  .concat('export const { parse, stringify } = JSON;')
  .concat("function never() { throw new Error('No page of Confab has data from Kit'); }")
  .join('\n');

/**
 * Kit carries a decoder for what its server would send along with pages and answer to remote
 * functions. Confab has neither: its pages are files, and everything comes over its own wire. So the
 * decoder stays out, a twentieth of a first visit.
 */
export const noServerData = (): Plugin => ({
  name: 'confab:no-server-data',
  apply: 'build',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === 'client',
  resolveId: { filter: { id: /^devalue$/ }, handler: () => id },
  load: { filter: { id: /^\0confab:no-server-data$/ }, handler: () => code },
});
