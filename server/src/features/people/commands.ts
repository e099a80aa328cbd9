import { isZone } from '@confab/shared';
import type { CommandHandlers } from '../../command/handlers.ts';
import { changePerson, type PersonChange } from './store.ts';

/** What people change about themselves. */
export const peopleCommands = {
  'person.update': async (
    context,
    { languages, subjects, name, zone, tongue, portrait, headline, about },
  ) => {
    if (zone !== undefined && !isZone(zone)) return { ok: false, code: 'bad-zone' };
    const change: PersonChange = {
      ...(name !== undefined && { name }),
      ...(zone !== undefined && { zone }),
      ...(tongue !== undefined && { tongue }),
      ...(portrait !== undefined && { portrait }),
      ...(headline !== undefined && { headline }),
      ...(about !== undefined && { about }),
      ...(languages !== undefined && { languages: JSON.stringify(languages) }),
      ...(subjects !== undefined && { subjects: JSON.stringify(subjects) }),
    };
    await changePerson(context.tx, context.actorId, change);
    context.happened({ kind: 'person', personId: context.actorId });
    await context.tell(context.actorId, 'me', '');
    return { ok: true, value: null };
  },
} satisfies Partial<CommandHandlers>;
