import type { Context } from '../../command/context.ts';
import { countUse, lookUpInvitation } from './invitations.ts';
import { membership } from './queries.ts';
import { addMembership, changeDirectory } from './store.ts';

/** Makes the person a member by an invitation; null if it admits nobody. A member stays what they are. */
export async function joinByInvitation(
  context: Context,
  personId: string,
  token: string,
): Promise<{ programId: string } | null> {
  const invitation = await lookUpInvitation(context.tx, token, context.now);
  if (!invitation) return null;
  const { programId, role } = invitation;
  if (await membership(context.tx, programId, personId)) return { programId };
  await addMembership(context.tx, programId, personId, role, context.now);
  await countUse(context.tx, token);
  await changeDirectory(context, programId);
  await context.tell(personId, 'me', '');
  context.happened({ kind: 'membership', programId, personId, change: 'joined' });
  return { programId };
}
