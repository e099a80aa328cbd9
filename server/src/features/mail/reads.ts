import type { QueryHandlers } from '../../command/handlers.ts';
import { countIn, deadLetters } from '../../outbox/outbox.ts';
import { isAdmin, personRow } from '../people/queries.ts';
import { mailChoices } from './queries.ts';

/** @param sends whether there is a mail server */
export const mailReads = (sends: boolean) =>
  ({
    'mail.open': async ({ tx, actorId }) => {
      const address = (await personRow(tx, actorId))?.email ?? '';
      return { ok: true, value: { sends, address, choices: await mailChoices(tx, actorId) } };
    },
    'admin.mail': async ({ tx, actorId }) => {
      if (!(await isAdmin(tx, actorId))) return { ok: false, code: 'forbidden' };
      const dead = await deadLetters(tx);
      return { ok: true, value: { sends, waiting: await countIn(tx, 'mail', 'waiting'), dead } };
    },
  }) satisfies Partial<QueryHandlers>;
