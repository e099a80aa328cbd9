import { fold } from '@confab/shared/live';
import { protocolVersion, type FeedEvent, type Snapshot } from '@confab/shared/protocol';
import type { Stage } from './stage.ts';

/** A fresh snapshot, as a window gets it. */
export async function snapshotFor(stage: Pick<Stage, 'know'>, personId: string): Promise<Snapshot> {
  const answer = await stage.know(personId, 'live.resume', {
    protocol: protocolVersion,
    after: null,
  });
  if (!('snapshot' in answer)) throw new Error('no snapshot');
  return answer.snapshot;
}

/** The snapshot after the event, where it must be known. @throws Error where only a fresh one helps */
export function followed(snapshot: Snapshot, event: FeedEvent): Snapshot {
  const next = fold(snapshot, event);
  if (!next) throw new Error('an unknown conversation');
  return next;
}
