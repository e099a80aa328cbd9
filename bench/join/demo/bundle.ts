import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';

/** Builds the bare page's code. @returns the path of one file */
export async function bundle(folder: string): Promise<string> {
  const built = (await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'error',
    build: { write: false, target: 'esnext', lib: { entry: 'page.ts', formats: ['es'] } },
  })) as Rolldown.RolldownOutput[];
  const [code] = built.flatMap(({ output }) =>
    output.flatMap((file) => (file.type === 'chunk' ? [file.code] : [])),
  );
  const file = join(folder, 'page.js');
  writeFileSync(file, code ?? '');
  return file;
}
