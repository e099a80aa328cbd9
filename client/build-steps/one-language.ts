import type { Plugin } from 'vite';

const runtime = /import \{[^}]*\} from '\.\.\/runtime\.js';\n/;
const choosing =
  /\(\(inputs[^)]*\) => \{\n\texperimentalStaticLocale \?\? options\.locale \?\? getLocale\(\)\n\treturn (\w+)\(inputs\)\n\}\)/;

/**
 * While there is one language, a message is its text: Paraglide's way of choosing among languages
 * would come along with each of a thousand.
 * @throws when a message is written otherwise than we know: with a second language this goes
 */
export const oneLanguage = (): Plugin => ({
  name: 'confab:one-language',
  apply: 'build',
  enforce: 'pre',
  transform: {
    filter: { id: /\/paraglide\/messages\/(?!_index)[^/]+\.js$/ },
    handler(code) {
      if (!runtime.test(code) || !choosing.test(code))
        throw new Error('Paraglide writes its messages in another way');
      return { code: code.replace(runtime, '').replace(choosing, '$1'), map: null };
    },
  },
});
