// @ts-check
// Builds the worker from mediasoup's own npm package and the system's libraries: about four
// minutes on two cores, once per version.
import { mkdirSync } from 'node:fs';
import { availableParallelism, freemem } from 'node:os';
import { join, relative } from 'node:path';
import { counting } from './progress.mjs';
import { compileFlags, libraries, linkFlags, schemaFlags, shims } from './recipe.mjs';
import { inParallel, run } from './run.mjs';
import { sources } from './source.mjs';

// One compiler was measured at 480 MB; with less memory fewer run at once.
const bytesPerCompiler = 600 * 2 ** 20;

/**
 * @param {string} worker  mediasoup's `worker` folder
 * @param {string} room    an empty folder to build in
 * @returns {Promise<string>} the path of the binary, inside `room`
 */
export async function build(worker, room) {
  const generated = join(room, 'generated');
  const objects = join(room, 'objects');
  const binary = join(room, 'mediasoup-worker');
  for (const folder of [join(generated, 'FBS'), objects]) mkdirSync(folder, { recursive: true });

  const schemas = sources(join(worker, 'fbs'), '.fbs');
  await run('flatc', [...schemaFlags, '-o', join(generated, 'FBS'), ...schemas]);

  const flags = compileFlags({ worker, generated });
  const header = join(room, 'precompiled.hpp');
  const precompile = ['-x', 'c++-header', join(shims, 'precompiled.hpp'), '-o', `${header}.gch`];
  await run('g++', [...flags, ...precompile]);

  const jobs = [
    ...sources(join(worker, 'src'), '.cpp').map((file) => ({ file, more: ['-include', header] })),
    ...sources(join(worker, 'deps/libwebrtc'), '.cc').map((file) => ({ file, more: ['-w'] })),
    { file: join(shims, 'ktls.cpp'), more: [] },
  ];
  const tick = counting('media worker', jobs.length);
  const objectOf = (/** @type {string} */ file) =>
    join(objects, `${relative(worker, file).replaceAll(/[^\w.]/g, '_')}.o`);
  const width = Math.min(availableParallelism(), Math.floor(freemem() / bytesPerCompiler));
  await inParallel(jobs, Math.max(1, width), async ({ file, more }, signal) => {
    await run('g++', [...flags, ...more, '-c', file, '-o', objectOf(file)], signal);
    tick();
  });

  const compiled = jobs.map(({ file }) => objectOf(file));
  await run('g++', [...linkFlags, ...compiled, '-o', binary, ...libraries]);
  return binary;
}
