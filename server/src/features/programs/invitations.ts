import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { toText, type Instant } from '@confab/shared';
import type { Role } from '@confab/shared/protocol';
import type { Tx } from '../../db/database.ts';

/** Days for which an invitation link admits. */
const validDays = 30;

/** Only the digest is kept: whoever reads the store cannot use a link. */
const digest = (token: string) => createHash('sha256').update(token).digest('base64url');

/** Keeps what a link's token admits to. @returns whether the token is new: it comes from a client */
export async function addInvitation(
  tx: Tx,
  invitation: { programId: string; role: Role; token: string; createdBy: string },
  now: Instant,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('invitation')
    .values({
      token_hash: digest(invitation.token),
      program_id: invitation.programId,
      role: invitation.role,
      created_by: invitation.createdBy,
      created_at: toText(now),
      expires_at: toText(now.add({ hours: validDays * 24 })),
      uses: 0,
    })
    .onConflict((on) => on.column('token_hash').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** What a token admits to; null if it is unknown or expired. */
export async function lookUpInvitation(
  tx: Tx,
  token: string,
  now: Instant,
): Promise<{ programId: string; programName: string; role: Role } | null> {
  const row = await tx
    .selectFrom('invitation')
    .innerJoin('program', 'program.id', 'invitation.program_id')
    .select(['program_id as programId', 'program.name as programName', 'role'])
    .where('token_hash', '=', digest(token))
    .where('expires_at', '>', toText(now))
    .executeTakeFirst();
  return row ?? null;
}

export async function countUse(tx: Tx, token: string): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ uses: sql`uses + 1` })
    .where('token_hash', '=', digest(token))
    .execute();
}
