import { isPushed } from '@confab/shared';
import type { Context, Reactions } from '../../command/context.ts';
import { put } from '../../outbox/outbox.ts';
import { serviceOf } from '../../push/services.ts';
import type { Pushing } from './desk.ts';
import { devicesOf, messagesWait, pushChoices } from './queries.ts';

/** Milliseconds within which whoever has Confab open sees it there: then no device is told. */
const glance = 5_000;

/**
 * What people are told is pushed to their devices as they have chosen, written down in the same
 * transaction. Most have no device: that is asked first. @see N1
 */
export const pushReactions = ({ services }: Pushing): Reactions => ({
  async told(context, { personId, notice, no, booking }) {
    const devices = await devicesOf(context.look, personId);
    if (devices.length === 0) return;
    if (!isPushed(notice, await pushChoices(context.tx, personId))) return;
    const { id: bookingId, revision } = booking;
    const about = { personId, kind: notice, bookingId, revision };
    for (const device of devices) await post(context, services, about, device, no);
  },
  async message(context, { to: personId }) {
    const devices = await devicesOf(context.look, personId);
    if (devices.length === 0 || !(await pushChoices(context.tx, personId)).messages) return;
    const about = { personId, kind: 'messages', bookingId: null, revision: 0 } as const;
    for (const device of devices)
      if (!(await messagesWait(context.tx, device.id)))
        await post(context, services, about, device, null);
  },
});

async function post(
  { tx, now }: Context,
  services: readonly string[],
  about: Omit<Parameters<typeof put>[1], 'push'>,
  device: { id: string; endpoint: string },
  noticeNo: number | null,
): Promise<void> {
  // What was allowed once may not be any more.
  const way = serviceOf(device.endpoint, services);
  if (way === null) return;
  const from = now.add({ milliseconds: glance });
  await put(tx, { ...about, push: { way, deviceId: device.id, noticeNo, from } }, now);
}
