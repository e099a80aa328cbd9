import type { RoomEnd } from '@confab/shared';
import type { Context } from '../../command/context.ts';
import type { Media } from '../../ports/media.ts';
import { endEpoch } from './store.ts';

/** Puts everyone out once this is decided; whoever may enter later finds a fresh room. @see W4 */
export async function closeRoom(
  context: Context,
  media: Media,
  roomId: string,
  reason: RoomEnd,
): Promise<void> {
  const epoch = await endEpoch(context.tx, roomId);
  context.afterCommit(() => media.close({ roomId, epoch, reason }));
}
