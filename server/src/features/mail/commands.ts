import type { CommandHandlers } from '../../command/handlers.ts';
import { revive } from '../../outbox/outbox.ts';
import { isAdmin } from '../people/queries.ts';
import { keepChoices } from './store.ts';
import type { WakeSender } from './reactions.ts';

/** What one is mailed about, and mail that could not be sent. @see N1 */
export const mailCommands = (wake: WakeSender | null) =>
  ({
    'mail.choose': async ({ tx, actorId }, choices) => {
      await keepChoices(tx, actorId, choices);
      return { ok: true, value: null };
    },
    'admin.retry-mail': async (context, { letterId }) => {
      const { tx, actorId, now } = context;
      if (!(await isAdmin(tx, actorId))) return { ok: false, code: 'forbidden' };
      if (!(await revive(tx, letterId, now))) return { ok: false, code: 'not-found' };
      context.afterCommit(() => {
        wake?.();
        return Promise.resolve();
      });
      return { ok: true, value: null };
    },
  }) satisfies Partial<CommandHandlers>;
