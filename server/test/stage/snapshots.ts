import { protocolVersion, type Snapshot } from '@confab/shared/protocol';
import type { Stage } from './stage.ts';

/** A fresh snapshot, as a window gets it. */
export async function snapshotFor(stage: Stage, personId: string): Promise<Snapshot> {
  const answer = await stage.know(personId, 'live.resume', {
    protocol: protocolVersion,
    after: null,
  });
  if (!('snapshot' in answer)) throw new Error('no snapshot');
  return answer.snapshot;
}
