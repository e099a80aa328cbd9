import type { CommandHandlers } from '../../command/handlers.ts';
import { dropLink, keepLink } from './store.ts';

/** The private address of one's own calendar: made by the person's window, revoked at any time. @see N3 */
export const calendarCommands = {
  'calendar.renew': async ({ tx, actorId, now }, { token }) =>
    (await keepLink(tx, actorId, token, now))
      ? { ok: true, value: null }
      : { ok: false, code: 'not-found' },
  'calendar.revoke': async ({ tx, actorId }) => {
    await dropLink(tx, actorId);
    return { ok: true, value: null };
  },
} satisfies Partial<CommandHandlers>;
