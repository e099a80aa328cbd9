import { checkSettings } from '@confab/shared';
import type { CommandHandler } from '../../command/handlers.ts';
import type { Tx } from '../../db/database.ts';
import { isAdmin } from '../people/queries.ts';
import { decidedSettings, membership } from './queries.ts';
import { changeDirectory, replaceSettings } from './store.ts';

type Standing = 'decides' | 'member' | 'outsider';

/** Who decides a program's settings: its active managers, and admins. */
export async function standingIn(tx: Tx, programId: string, personId: string): Promise<Standing> {
  if (await isAdmin(tx, personId)) return 'decides';
  const own = await membership(tx, programId, personId);
  if (own?.status !== 'active') return 'outsider';
  return own.role === 'manager' ? 'decides' : 'member';
}

/** The refusal of whoever does not decide them; to who is not in the program, it does not exist. */
export const undecided = (standing: Exclude<Standing, 'decides'>) =>
  ({ ok: false, code: standing === 'member' ? 'forbidden' : 'not-found' }) as const;

/**
 * Replaces all settings of a program at once. Only what is requested or proposed from now on goes
 * by them: bookings keep what they have. @see D2 W1
 */
export const changeSettings: CommandHandler<'program.change-settings'> = async (
  context,
  { programId, version, settings },
) => {
  const { tx, actorId } = context;
  const standing = await standingIn(tx, programId, actorId);
  if (standing !== 'decides') return undecided(standing);
  const check = checkSettings(settings);
  if (!check.ok) return check;
  const present = await decidedSettings(tx, programId);
  if (!present) return { ok: false, code: 'not-found' };
  // Whoever was faster since it was read: on PostgreSQL two decide at the same time.
  const isPresent = present.version === version;
  if (!isPresent || !(await replaceSettings(tx, programId, { version, settings }))) {
    const newest = isPresent ? await decidedSettings(tx, programId) : present;
    return { ok: false, code: 'stale-settings', ...(newest ?? present) };
  }
  await changeDirectory(context, programId);
  const deed = { to: 'change-settings', before: present.settings, after: settings } as const;
  context.happened({ kind: 'governed', programId, actorId, deed });
  return { ok: true, value: { version: version + 1, settings } };
};
