import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, type Rolldown } from 'vite';

const client = fileURLToPath(new URL('../../../client', import.meta.url));

/** The client's media library as browsers get it: one file by its path. */
export type Bundle = Map<string, string>;

/** Builds the client's media library alone. */
export async function bundleMediaLibrary(): Promise<Bundle> {
  const built = (await build({
    root: client,
    configFile: false,
    logLevel: 'error',
    plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
    build: {
      write: false,
      minify: false,
      target: 'esnext',
      lib: { entry: 'src/lib/media/index.ts', formats: ['es'], fileName: 'media' },
    },
  })) as Rolldown.RolldownOutput[];
  const files = built.flatMap(({ output }) => output);
  return new Map(
    files.flatMap((file) => (file.type === 'chunk' ? [[`/${file.fileName}`, file.code]] : [])),
  );
}
