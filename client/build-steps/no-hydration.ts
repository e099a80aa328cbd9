import type { Plugin } from 'vite';

const flag = 'export let hydrating = false;';
const setting = '\thydrating = value;\n';
const starting = 'await _hydrate(target, data);';
const choosing = 'const render = should_hydrate ? hydrate : mount;';

/** Where a component's script keeps step with what a server has drawn, on lines of their own. */
const following = /^\s*\$\.(?:reset\(\w+\)|next\(\d*\));\n/gm;

const never = "throw new Error('No page of Confab is drawn on the server');";

/** @throws when the text is not as we know it: then this plugin can go, or must change */
function change(
  code: string,
  parts: readonly (readonly [part: string, instead: string])[],
): string {
  for (const [part] of parts)
    if (!code.includes(part))
      throw new Error(`Pages are brought to life otherwise than by ${part}`);
  return parts.reduce((text, [part, instead]) => text.replace(part, instead), code);
}

const onlyInClient = {
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'client',
} satisfies Partial<Plugin>;

/**
 * No page of Confab is drawn on the server: there is nothing in it that its script would have to find
 * again. So what finds it stays out, of Svelte, of Kit and of each component: a thirtieth of all.
 */
export const noHydration = (): Plugin[] => [
  {
    name: 'confab:no-hydration',
    ...onlyInClient,
    enforce: 'pre',
    transform: {
      filter: {
        id: /kit\/src\/runtime\/client\/client\.js$|internal\/client\/dom\/hydration\.js$/,
      },
      handler: (code, id) =>
        id.endsWith('/hydration.js')
          ? change(code, [
              [flag, flag.replace('let', 'const')],
              [setting, ''],
            ])
          : change(code, [
              [starting, never],
              [choosing, 'const render = mount;'],
            ]),
    },
  },
  {
    name: 'confab:no-hydration-in-components',
    ...onlyInClient,
    enforce: 'post',
    transform: {
      filter: { id: /\.svelte$/ },
      handler: (code) => ({ code: code.replace(following, ''), map: null }),
    },
  },
];
