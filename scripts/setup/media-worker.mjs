// @ts-check
// The process that carries sound and pictures. See scripts/worker.
import { locateWorker } from '../worker/locate.mjs';
import { makeWorker } from '../worker/make.mjs';
import { buildPackages } from '../worker/recipe.mjs';
import { ensureInstalled } from './debian.mjs';
import { SetUpFailure } from './failure.mjs';

/** @type {import('./steps.mjs').Step} */
export const mediaWorker = {
  name: 'media worker',
  says: 'the media worker, built once in about four minutes on two cores',
  fresh() {
    try {
      return locateWorker() !== undefined;
    } catch (error) {
      throw new SetUpFailure(
        reason(error),
        'Or run it by hand to see why: it should end with code 41.',
      );
    }
  },
  async work() {
    try {
      await makeWorker({
        beforeBuild: () => ensureInstalled(buildPackages, 'for building the media worker'),
      });
    } catch (error) {
      if (error instanceof SetUpFailure) throw error;
      throw new SetUpFailure(
        `The media worker could not be built. ${reason(error)}`,
        'Mend what the compiler says above, or set MEDIASOUP_WORKER_BIN to a worker of the same version, then start again.',
      );
    }
  },
};

/** @param {unknown} error */
const reason = (error) => (error instanceof Error ? error.message : String(error));
