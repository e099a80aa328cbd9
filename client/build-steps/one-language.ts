import type { Plugin } from 'vite';

const runtime = /import \{[^}]*\} from '\.\.\/runtime\.js';\n/;
const choosing =
  /\(\((inputs[^,]*), options = \{\}\) => \{\n\tconst locale = [^\n]*\n(?:\tif [^\n]*\n)+\treturn \w+\(inputs\)\n\}\)/;

/**
 * In the pages of one language a message is its text: Paraglide's way of choosing among languages
 * would come along with each of a thousand, and the other languages with it.
 * @throws when a message is written otherwise than we know
 */
export const oneLanguage = (tongue: string): Plugin => ({
  name: 'confab:one-language',
  apply: 'build',
  enforce: 'pre',
  transform: {
    filter: { id: /\/paraglide\/messages\/(?!_index)[^/]+\.js$/ },
    handler: (code) => ({ code: onlyIn(tongue, code), map: null }),
  },
});

/** A message's module with the one language alone. */
export function onlyIn(tongue: string, code: string): string {
  const own = new RegExp(`const (${tongue}_\\w+) =`).exec(code)?.[1];
  if (own === undefined || !runtime.test(code) || !choosing.test(code))
    throw new Error(
      `Paraglide writes its messages in another way, or one is not there in ${tongue}`,
    );
  return code.replace(runtime, '').replace(choosing, own);
}
