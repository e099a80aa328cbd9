// @ts-check
// Makes a media worker where there is none yet.
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from './build.mjs';
import { cachedWorker, isWorker } from './cache.mjs';
import { fetchPrebuilt } from './prebuilt.mjs';
import { mediasoup } from './source.mjs';

/**
 * Fetches or builds the worker and puts it into the cache, whole or not at all.
 *
 * @param {{ beforeBuild: () => void | Promise<void> }} steps  `beforeBuild` sees to the compiler
 * @returns {Promise<string>} its path
 * @throws when it cannot be built; the message carries what the compiler said
 */
export async function makeWorker({ beforeBuild }) {
  const { folder, version } = mediasoup();
  const place = cachedWorker(version);
  const shelf = dirname(dirname(place));
  mkdirSync(shelf, { recursive: true });
  clearAway(shelf);
  const room = mkdtempSync(join(shelf, 'making-'));
  try {
    const fetched = await fetchPrebuilt(version, room);
    if (fetched && isWorker(fetched)) return install(fetched, place);
    await beforeBuild();
    const built = await build(join(folder, 'worker'), room);
    if (isWorker(built)) return install(built, place);
    throw new Error(
      'The media worker was built but does not run on this machine. ' +
        'Run it by hand to see why: it should end with code 41.',
    );
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
}

const abandonedMs = 3_600_000;

/**
 * Removes the rooms of builds that were interrupted; a younger one may be at work.
 *
 * @param {string} shelf
 */
function clearAway(shelf) {
  for (const name of readdirSync(shelf)) {
    const room = join(shelf, name);
    const isAbandoned = () => Date.now() - statSync(room).mtimeMs > abandonedMs;
    if (name.startsWith('making-') && isAbandoned()) rmSync(room, { recursive: true, force: true });
  }
}

/** @param {string} binary @param {string} place */
function install(binary, place) {
  mkdirSync(dirname(place), { recursive: true });
  // A rename in one folder tree is atomic: whoever looks sees no worker or a whole one.
  renameSync(binary, place);
  return place;
}
