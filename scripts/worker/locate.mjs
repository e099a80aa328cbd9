// @ts-check
// Where the media worker is: whoever starts the server or a test passes it on as
// MEDIASOUP_WORKER_BIN. Run by itself, this prints the path.
import { cachedWorker, isWorker } from './cache.mjs';
import { mediasoup } from './source.mjs';

/**
 * The worker that is already here: named in MEDIASOUP_WORKER_BIN, or in the cache.
 *
 * @returns {string | undefined} its path
 * @throws when MEDIASOUP_WORKER_BIN names something that is no worker
 */
export function locateWorker() {
  const named = process.env['MEDIASOUP_WORKER_BIN'];
  if (named) {
    if (isWorker(named)) return named;
    throw new Error(
      `MEDIASOUP_WORKER_BIN is ${named}, which does not run as a media worker. ` +
        'Unset it to use one built here, or point it at a working one.',
    );
  }
  const cached = cachedWorker(mediasoup().version);
  return isWorker(cached) ? cached : undefined;
}

if (import.meta.filename === process.argv[1]) {
  const worker = locateWorker();
  if (worker) console.log(worker);
  else {
    console.error('There is no media worker yet: run `npm run setup`.');
    process.exitCode = 1;
  }
}
