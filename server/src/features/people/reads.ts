import { mayWrite } from '@confab/shared';
import type { QueryHandlers } from '../../command/handlers.ts';
import { relationOf } from '../chat/queries.ts';
import { cards } from './queries.ts';

export const peopleReads = {
  /** Someone to write to: a correspondent, or a person of a shared program. */
  'person.open': async ({ tx, actorId, now }, { personId }) => {
    const [card] = await cards(tx, [personId]);
    const relation = await relationOf(tx, actorId, personId, now);
    if (!card || !(relation.sharedProgram || relation.conversation || relation.booking))
      return { ok: false, code: 'not-found' };
    return { ok: true, value: { ...card, canWrite: mayWrite(relation) } };
  },
} satisfies Partial<QueryHandlers>;
