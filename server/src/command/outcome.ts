import { createHash } from 'node:crypto';
import { toText, type Instant } from '@confab/shared';
import type { Answer } from '@confab/shared/protocol';
import type { Tx } from '../db/database.ts';

/** A digest of a command's name and payload, to tell a repeat from a different command. */
export const payloadHash = (name: string, input: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify([name, input]))
    .digest('base64url');

/** The answer this command had before, or null. Another payload under the same id is refused. @see B5 */
export async function earlierOutcome(
  tx: Tx,
  personId: string,
  commandId: string,
  hash: string,
): Promise<Answer<unknown> | null> {
  const row = await tx
    .selectFrom('command_outcome')
    .select(['payload_hash', 'outcome'])
    .where('person_id', '=', personId)
    .where('command_id', '=', commandId)
    .executeTakeFirst();
  if (!row) return null;
  if (row.payload_hash !== hash) return { ok: false, code: 'command-id-used' };
  return JSON.parse(row.outcome) as Answer<unknown>;
}

/** Keeps the answer for repeats. @see B5 */
export async function keepOutcome(
  tx: Tx,
  personId: string,
  commandId: string,
  hash: string,
  outcome: Answer<unknown>,
  now: Instant,
): Promise<void> {
  await tx
    .insertInto('command_outcome')
    .values({
      person_id: personId,
      command_id: commandId,
      payload_hash: hash,
      outcome: JSON.stringify(outcome),
      decided_at: toText(now),
    })
    .execute();
}
