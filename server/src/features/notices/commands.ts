import type { CommandHandlers } from '../../command/handlers.ts';
import { noticeMark } from './queries.ts';
import { markSeen } from './store.ts';

/** Seeing what one is told. @see N1 */
export const noticeCommands = {
  'notice.read': async (context, { upTo }) => {
    const { tx, actorId } = context;
    const { lastNo } = await noticeMark(tx, actorId);
    // Any number may be named; not every database compares its own with any.
    if (await markSeen(tx, actorId, Math.min(upTo, lastNo)))
      await context.tell(actorId, 'notice', '');
    return { ok: true, value: null };
  },
} satisfies Partial<CommandHandlers>;
