import { randomUUID } from 'node:crypto';
import { defaultSettings } from '@confab/shared';
import type { CommandHandlers } from '../../command/handlers.ts';
import type { PersonContext } from '../../command/context.ts';
import { isAdmin } from '../people/queries.ts';
import { addInvitation } from './invitations.ts';
import { joinByInvitation } from './join.ts';
import { membership, settingsOf } from './queries.ts';
import { changeSettings } from './settings.ts';
import { addProgram, changeDirectory, changeMembership } from './store.ts';

const forbidden = { ok: false, code: 'forbidden' } as const;
const notFound = { ok: false, code: 'not-found' } as const;

/** Programs, their members and the links into them. @see P1 P3 P4 */
export const programCommands = {
  'membership.set-availability': async (context, { programId, availability }) => {
    const { tx, actorId } = context;
    const own = await membership(tx, programId, actorId);
    if (!own) return notFound;
    if (own.role !== 'mentor' || own.status !== 'active') return forbidden;
    await changeMembership(tx, programId, actorId, { availability });
    await changeDirectory(context, programId);
    await context.tell(actorId, 'me', '');
    context.happened({ kind: 'membership', programId, personId: actorId, change: 'changed' });
    return { ok: true, value: null };
  },

  'invitation.accept': async (context, { token }) => {
    const joined = await joinByInvitation(context, context.actorId, token);
    return joined ? { ok: true, value: joined } : { ok: false, code: 'invitation' };
  },

  'program.change-settings': changeSettings,

  'admin.create-program': async (context, { name, purpose }) => {
    const { tx, actorId, now } = context;
    if (!(await isAdmin(tx, actorId))) return forbidden;
    const id = randomUUID();
    await addProgram(tx, { id, name, purpose, settings: defaultSettings }, now);
    return { ok: true, value: { programId: id } };
  },

  'admin.invite': async (context, { programId, role, token }) => {
    const { tx, actorId, now } = context;
    if (!(await isAdmin(tx, actorId))) return forbidden;
    if (!(await settingsOf(tx, programId))) return notFound;
    const invitation = { programId, role, token, createdBy: actorId };
    if (!(await addInvitation(tx, invitation, now))) return notFound;
    context.happened({ kind: 'governed', programId, actorId, deed: { to: 'invite', role } });
    return { ok: true, value: null };
  },

  'admin.approve-mentor': (context, input) =>
    changeStatus(context, input, 'approve', 'awaiting-approval', 'active'),
  'admin.suspend': (context, input) =>
    changeStatus(context, input, 'suspend', 'active', 'suspended'),
  'admin.reinstate': (context, input) =>
    changeStatus(context, input, 'reinstate', 'suspended', 'active'),
} satisfies Partial<CommandHandlers>;

/** An admin moves a membership from one status to another; in any other status it is not found. */
async function changeStatus(
  context: PersonContext,
  { programId, personId }: { programId: string; personId: string },
  deed: 'approve' | 'suspend' | 'reinstate',
  from: 'awaiting-approval' | 'active' | 'suspended',
  to: 'active' | 'suspended',
) {
  const { tx, actorId } = context;
  if (!(await isAdmin(tx, actorId))) return forbidden;
  const found = await membership(tx, programId, personId);
  if (found?.status !== from) return notFound;
  await changeMembership(tx, programId, personId, { status: to });
  await changeDirectory(context, programId, [personId]);
  await context.tell(personId, 'me', '');
  const change = to === 'active' ? 'changed' : 'ended';
  context.happened({ kind: 'membership', programId, personId, change });
  context.happened({ kind: 'governed', programId, actorId, deed: { to: deed, personId } });
  return { ok: true as const, value: null };
}
