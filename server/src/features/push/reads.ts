import type { QueryHandlers } from '../../command/handlers.ts';
import { Look } from '../../db/look.ts';
import type { Pushing } from './desk.ts';
import { devicesOf, pushChoices } from './queries.ts';

export const pushReads = (pushing: Pushing | null) =>
  ({
    'push.open': async ({ tx, now, actorId }) => {
      const devices = await devicesOf(new Look(tx, now), actorId);
      return {
        ok: true,
        value: {
          key: pushing?.key ?? null,
          devices: devices.map(({ id, words, made_at: since }) => ({ id, words, since })),
          choices: await pushChoices(tx, actorId),
        },
      };
    },
  }) satisfies Partial<QueryHandlers>;
