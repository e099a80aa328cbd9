// @ts-check
// Everything a machine needs to run Confab; what is there already is left alone.
import { clientBuild } from './setup/client-build.mjs';
import { orSayWhy } from './setup/failure.mjs';
import { mediaWorker } from './setup/media-worker.mjs';
import { packages } from './setup/packages.mjs';
import { doSteps } from './setup/steps.mjs';

await orSayWhy(() => doSteps([packages, mediaWorker, clientBuild]));
