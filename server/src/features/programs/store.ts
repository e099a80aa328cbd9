import { sql } from 'kysely';
import { toText, type Instant, type ProgramSettings } from '@confab/shared';
import type { DecidedSettings, Role } from '@confab/shared/protocol';
import type { Context } from '../../command/context.ts';
import type { Tx } from '../../db/database.ts';
import type { MembershipTable } from '../../db/tables/people.ts';
import { viewersOf } from './queries.ts';

export async function addProgram(
  tx: Tx,
  program: { id: string; name: string; purpose: string; settings: ProgramSettings },
  now: Instant,
): Promise<void> {
  await tx
    .insertInto('program')
    .values({
      ...program,
      settings: JSON.stringify(program.settings),
      settings_version: 1,
      directory_version: 1,
      created_at: toText(now),
    })
    .execute();
}

/** One membership per person and program. A mentor waits for approval. @see P1 */
export async function addMembership(
  tx: Tx,
  programId: string,
  personId: string,
  role: Role,
  now: Instant,
): Promise<void> {
  await tx
    .insertInto('membership')
    .values({
      program_id: programId,
      person_id: personId,
      role,
      status: role === 'mentor' ? 'awaiting-approval' : 'active',
      availability: 'available',
      created_at: toText(now),
    })
    .execute();
}

export async function changeMembership(
  tx: Tx,
  programId: string,
  personId: string,
  change: Partial<Pick<MembershipTable, 'status' | 'availability'>>,
): Promise<void> {
  await tx
    .updateTable('membership')
    .set(change)
    .where('program_id', '=', programId)
    .where('person_id', '=', personId)
    .execute();
}

/** @returns whether the version was the present one: another one changes nothing */
export async function replaceSettings(
  tx: Tx,
  programId: string,
  { version, settings }: DecidedSettings,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('program')
    .set({ settings: JSON.stringify(settings), settings_version: version + 1 })
    .where('id', '=', programId)
    .where('settings_version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/**
 * The directory of the program has changed: whoever shows it fetches it again.
 * @param besides who may show it and perhaps no longer see it
 */
export async function changeDirectory(
  { tx, directoryChanged }: Pick<Context, 'tx' | 'directoryChanged'>,
  programId: string,
  besides: readonly string[] = [],
): Promise<void> {
  const { directory_version } = await tx
    .updateTable('program')
    .set({ directory_version: sql`directory_version + 1` })
    .where('id', '=', programId)
    .returning('directory_version')
    .executeTakeFirstOrThrow();
  const personIds = new Set([...(await viewersOf(tx, programId)), ...besides]);
  directoryChanged({ programId, version: directory_version, personIds: [...personIds] });
}
