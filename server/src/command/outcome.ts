import { hash } from 'node:crypto';
import { toText, type Instant } from '@confab/shared';
import type { Answer, CommandName } from '@confab/shared/protocol';
import { askedOften } from '../db/asked-often.ts';
import { DamagedRow, legible } from '../db/damage.ts';
import type { Tx } from '../db/database.ts';
import type { Traces } from './handlers.ts';

/** A command as it is known again. */
export interface Given {
  personId: string;
  commandId: string;
  name: CommandName;
  input: unknown;
}

/** Tells a repeat from a different command. */
const payloadHash = (name: string, input: unknown): string =>
  hash('sha256', JSON.stringify([name, input]), 'base64url');

/**
 * The answer this command had before, or null. Another payload under the same id is refused.
 * @throws DamagedRow
 * @see B5
 */
export async function earlierOutcome(
  tx: Tx,
  traces: Traces,
  given: Given,
): Promise<Answer<unknown> | null> {
  return (await tracedOutcome(tx, traces, given)) ?? (await keptOutcome(tx, given));
}

async function tracedOutcome(
  tx: Tx,
  traces: Traces,
  { personId, commandId, name, input }: Given,
): Promise<Answer<unknown> | null> {
  for (const [traced, trace] of Object.entries(traces)) {
    const left = await trace(tx, personId, commandId);
    if (!left) continue;
    // What is somebody else's is not told of.
    if (left === 'taken') return { ok: false, code: 'not-found' };
    const same = payloadHash(traced, left.input) === payloadHash(name, input);
    return same ? { ok: true, value: left.value } : otherPayload;
  }
  return null;
}

async function keptOutcome(tx: Tx, given: Given): Promise<Answer<unknown> | null> {
  const { personId, commandId, name, input } = given;
  const [row] = await earlier(tx, personId, commandId);
  if (!row) return null;
  if (row.payload_hash !== payloadHash(name, input)) return otherPayload;
  const place = { table: 'command_outcome', id: commandId } as const;
  const outcome = legible(
    { ...place, column: 'outcome' },
    () => JSON.parse(row.outcome) as Answer<unknown>,
  );
  if (!outcome) throw new DamagedRow(place, [personId]);
  return outcome;
}

const otherPayload = { ok: false, code: 'command-id-used' } as const;

const earlier = askedOften((tx, personId: string, commandId: string) =>
  tx
    .selectFrom('command_outcome')
    .select(['payload_hash', 'outcome'])
    .where('person_id', '=', personId)
    .where('command_id', '=', commandId),
);

/** Keeps the answer for repeats, unless what was done says it. @see B5 */
export async function keepOutcome(
  tx: Tx,
  traces: Traces,
  { personId, commandId, name, input }: Given,
  outcome: Answer<unknown>,
  now: Instant,
): Promise<void> {
  if (outcome.ok && traces[name]) return;
  const payload = payloadHash(name, input);
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
