// @ts-check
// `npm test`: set-up with what the tests need, then every check and every journey. The last line
// counts them.
import { clientBuild } from './setup/client-build.mjs';
import { orSayWhy } from './setup/failure.mjs';
import { mediaWorker } from './setup/media-worker.mjs';
import { packages } from './setup/packages.mjs';
import { becomes, spawnUnderNode } from './setup/server.mjs';
import { doSteps } from './setup/steps.mjs';
import { testTools } from './setup/test-tools.mjs';

const ready = await orSayWhy(() => doSteps([packages, testTools, mediaWorker, clientBuild]));
if (ready) await becomes(spawnUnderNode(['scripts/everything.ts']));
else console.log('0 passed, 1 failed');
