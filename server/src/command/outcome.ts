import { hash } from 'node:crypto';
import { toText, type Instant } from '@confab/shared';
import type { Answer } from '@confab/shared/protocol';
import { askedOften } from '../db/asked-often.ts';
import { DamagedRow, legible } from '../db/damage.ts';
import type { Tx } from '../db/database.ts';

/** A digest of a command's name and payload, to tell a repeat from a different command. */
export const payloadHash = (name: string, input: unknown): string =>
  hash('sha256', JSON.stringify([name, input]), 'base64url');

/**
 * The answer this command had before, or null. Another payload under the same id is refused.
 * @throws DamagedRow
 * @see B5
 */
export async function earlierOutcome(
  tx: Tx,
  personId: string,
  commandId: string,
  payload: string,
): Promise<Answer<unknown> | null> {
  const [row] = await earlier(tx, personId, commandId);
  if (!row) return null;
  if (row.payload_hash !== payload) return { ok: false, code: 'command-id-used' };
  const place = { table: 'command_outcome', id: commandId } as const;
  const outcome = legible(
    { ...place, column: 'outcome' },
    () => JSON.parse(row.outcome) as Answer<unknown>,
  );
  if (!outcome) throw new DamagedRow(place, [personId]);
  return outcome;
}

const earlier = askedOften((tx, personId: string, commandId: string) =>
  tx
    .selectFrom('command_outcome')
    .select(['payload_hash', 'outcome'])
    .where('person_id', '=', personId)
    .where('command_id', '=', commandId),
);

/** Keeps the answer for repeats. @see B5 */
export async function keepOutcome(
  tx: Tx,
  personId: string,
  commandId: string,
  payload: string,
  outcome: Answer<unknown>,
  now: Instant,
): Promise<void> {
  await keep(tx, personId, commandId, payload, JSON.stringify(outcome), toText(now));
}

const keep = askedOften(
  (
    tx,
    person_id: string,
    command_id: string,
    payload_hash: string,
    outcome: string,
    decided_at: string,
  ) =>
    tx
      .insertInto('command_outcome')
      .values({ person_id, command_id, payload_hash, outcome, decided_at }),
);
