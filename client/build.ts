// Builds the pages once for each language, at the same time, and lays them side by side: files whose
// names hold their content's digest are shared where they are the same, documents are one for each.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '@inlang/paraglide-js';
import { compress } from './build-steps/compressed.ts';
import { messages } from './build-steps/messages.ts';
import { folderOf, tongues, type PageTongue } from './build-steps/tongues.ts';

const here = import.meta.dirname;
const into = join(here, 'build');
const vite = join(here, 'node_modules/vite/bin/vite.js');

/** One language's build, once it is under way. */
interface Build {
  tongue: PageTongue;
  ended: Promise<number | null>;
}

/** Begins a build. Kit writes what types need first, for all in one place: that is waited for. */
async function begin(tongue: PageTongue, version: string): Promise<Build> {
  const env = { ...process.env, CONFAB_TONGUE: tongue, CONFAB_BUILD: version };
  const stdio = ['ignore', 'pipe', 'inherit'] as const;
  const child = spawn(process.execPath, [vite, 'build'], { cwd: here, env, stdio: [...stdio] });
  // What is said twice is shown once.
  if (tongue === 'en') child.stdout?.pipe(process.stdout);
  else child.stdout?.resume();
  const ended = once(child, 'close').then(([code]) => code as number | null);
  await Promise.race([ended, child.stdout && once(child.stdout, 'data')]);
  return { tongue, ended };
}

process.chdir(here);
await compile(messages);
// One name for all: a page finds out by it whether a newer one is there.
const version = String(Date.now());
const all = (Object.keys(tongues) as PageTongue[]).toReversed();
const under: Build[] = [];
for (const tongue of all) under.push(await begin(tongue, version));
for (const { tongue, ended } of under) {
  const code = await ended;
  if (code === 0) continue;
  console.error(`The pages in ${tongue} could not be built (code ${String(code)}).`);
  process.exit(1);
}
rmSync(into, { recursive: true, force: true });
for (const tongue of all) cpSync(join(here, folderOf(tongue)), into, { recursive: true });
compress(into);
