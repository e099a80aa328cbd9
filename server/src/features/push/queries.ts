import { defaultPushChoices, type PushChoices } from '@confab/shared';
import { askedOften } from '../../db/asked-often.ts';
import type { Tx } from '../../db/database.ts';
import { remembered } from '../../db/remembered.ts';

/** What a person's devices are told of, as they have chosen. */
export async function pushChoices(tx: Tx, personId: string): Promise<PushChoices> {
  const row = await tx
    .selectFrom('push_choice')
    .select('choices')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return { ...defaultPushChoices, ...(row && (JSON.parse(row.choices) as Partial<PushChoices>)) };
}

/** A person's devices, the latest first. Asked with everything that anybody is told. */
export const devicesOf = remembered(
  'devices of',
  ['push_subscription'],
  askedOften((tx, personId: string) =>
    tx
      .selectFrom('push_subscription')
      .select(['id', 'endpoint', 'words', 'made_at'])
      .where('person_id', '=', personId)
      .orderBy('made_at', 'desc')
      .orderBy('id'),
  ),
);

/** One device with its keys, if it is still this person's; or null. */
export async function deviceOf(tx: Tx, personId: string, id: string) {
  const row = await tx
    .selectFrom('push_subscription')
    .selectAll()
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row ?? null;
}

/** Whether a device is about to be told that there are messages. */
export async function messagesWait(tx: Tx, deviceId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('outbox')
    .select('id')
    .where('channel', '=', 'push')
    .where('state', '=', 'waiting')
    .where('device_id', '=', deviceId)
    .where('kind', '=', 'messages')
    .where('attempts', '=', 0)
    .executeTakeFirst();
  return row !== undefined;
}
