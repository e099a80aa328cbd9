import { sealingKeyOf } from '../../src/config/sealing-key.ts';
import { Seal } from '../../src/db/seal.ts';

/** As an installation with this secret closes what a copy of the store must not say. */
export const testSeal = new Seal(sealingKeyOf('the secret of tests'));
