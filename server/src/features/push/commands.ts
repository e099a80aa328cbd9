import type { CommandHandlers } from '../../command/handlers.ts';
import { isPoint } from '../../push/encrypt.ts';
import { serviceOf } from '../../push/services.ts';
import type { Pushing } from './desk.ts';
import { dropDevice, keepDevice, keepPushChoices } from './store.ts';

/** What one's devices are told, and which. @see N1 */
export const pushCommands = (pushing: Pushing | null) =>
  ({
    'push.choose': async ({ tx, actorId }, choices) => {
      await keepPushChoices(tx, actorId, choices);
      return { ok: true, value: null };
    },
    'push.subscribe': async ({ tx, actorId, sessionId, now }, device) => {
      if (!pushing || !serviceOf(device.endpoint, pushing.services))
        return { ok: false, code: 'push-service' };
      if (!isPoint(device.key)) return { ok: false, code: 'malformed', field: 'key' };
      await keepDevice(tx, { ...device, personId: actorId, sessionId }, now);
      return { ok: true, value: null };
    },
    'push.unsubscribe': async ({ tx, actorId }, { deviceId }) =>
      (await dropDevice(tx, actorId, deviceId))
        ? { ok: true, value: null }
        : { ok: false, code: 'not-found' },
  }) satisfies Partial<CommandHandlers>;
