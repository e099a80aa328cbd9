import { checkHours } from '@confab/shared';
import type { CommandHandlers } from '../../command/handlers.ts';
import { membershipsOf } from '../programs/queries.ts';
import { saveHours } from './store.ts';

/** What mentors say of their own time. @see A1 */
export const hoursCommands = {
  'hours.set': async (context, { hours }) => {
    const { tx, actorId } = context;
    const isMentor = (await membershipsOf(tx, actorId)).some(
      ({ role, status }) => role === 'mentor' && status !== 'ended',
    );
    if (!isMentor) return { ok: false, code: 'forbidden' };
    const check = hours ? checkHours(hours) : ({ ok: true } as const);
    if (!check.ok) return check;
    await saveHours(tx, actorId, hours);
    context.happened({ kind: 'hours', personId: actorId });
    await context.tell(actorId, 'me', '');
    return { ok: true, value: null };
  },
} satisfies Partial<CommandHandlers>;
