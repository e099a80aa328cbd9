import { createHash } from 'node:crypto';
import { toText, type Instant, type PushChoices } from '@confab/shared';
import type { Tx } from '../../db/database.ts';

/** Devices of one person at most; the one that asked longest ago gives way. */
const mostDevices = 10;

/** What a device is called by: its endpoint is a secret, and stays where it is used. */
const deviceIdOf = (endpoint: string): string =>
  createHash('sha256').update(endpoint).digest('hex');

export interface NewDevice {
  personId: string;
  sessionId: string;
  endpoint: string;
  key: string;
  secret: string;
  words: string;
}

/** Keeps a device, whoever's it was before: a browser that is signed in anew is told for them alone. */
export async function keepDevice(tx: Tx, device: NewDevice, now: Instant): Promise<void> {
  const { personId, sessionId, ...given } = device;
  const id = deviceIdOf(given.endpoint);
  const at = toText(now);
  await tx.deleteFrom('push_subscription').where('id', '=', id).execute();
  await tx
    .insertInto('push_subscription')
    .values({ id, person_id: personId, session_id: sessionId, ...given, made_at: at, used_at: at })
    .execute();
  const tooMany = await tx
    .selectFrom('push_subscription')
    .select('id')
    .where('person_id', '=', personId)
    .where('id', '!=', id)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .limit(mostDevices)
    .offset(mostDevices - 1)
    .execute();
  for (const one of tooMany) await dropDevice(tx, personId, one.id);
}

/** @returns whether this person had such a device */
export async function dropDevice(tx: Tx, personId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('push_subscription')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows) > 0;
}

/** Drops the devices of one sign-in of a person's, or of all. */
export async function dropDevicesOf(
  tx: Tx,
  whom: { personId: string; sessionId?: string },
): Promise<void> {
  let those = tx.deleteFrom('push_subscription').where('person_id', '=', whom.personId);
  if (whom.sessionId !== undefined) those = those.where('session_id', '=', whom.sessionId);
  await those.execute();
}

/** A device was told something. */
export async function markUsed(tx: Tx, id: string, now: Instant): Promise<void> {
  const used_at = toText(now);
  await tx.updateTable('push_subscription').set({ used_at }).where('id', '=', id).execute();
}

/** Keeps what a person's devices are told of. */
export async function keepPushChoices(
  tx: Tx,
  personId: string,
  choices: PushChoices,
): Promise<void> {
  const kept = { choices: JSON.stringify(choices) };
  await tx
    .insertInto('push_choice')
    .values({ person_id: personId, ...kept })
    .onConflict((on) => on.column('person_id').doUpdateSet(kept))
    .execute();
}
