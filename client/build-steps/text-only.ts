import type { Plugin } from 'vite';

const never = "const never = () => { throw new Error('Nothing but text goes over the wire'); };\n";

/** What takes the place of each module that is about bytes. */
const instead: Record<string, string> = {
  'is-binary': 'export const isBinary = () => false;\nexport const hasBinary = isBinary;\n',
  binary: `${never}export { never as deconstructPacket, never as reconstructPacket };\n`,
  'base64-arraybuffer': `${never}export { never as decode };\n`,
};

/**
 * Everything that Confab says over its wire is JSON: what looks through each message for bytes, and
 * takes them apart and together, stays out of the bundle.
 */
export const textOnly = (): Plugin => ({
  name: 'confab:text-only',
  apply: 'build',
  transform: {
    filter: {
      id: /(socket\.io-parser\/build\/esm\/(is-)?binary|engine\.io-parser\/build\/esm\/contrib\/base64-arraybuffer)\.js$/,
    },
    handler: (_, id) => instead[/([\w-]+)\.js$/.exec(id)?.[1] ?? ''],
  },
});
