import type { CommandWire } from '@confab/shared/protocol';
import { deviceIdOf } from '../stage/device.ts';
import { nothing, refused, type Ruling, type World } from './world.ts';

const noneYet = { lastNo: 0, readUpTo: 0 };

/** How far somebody's notices go, and how far they have seen them. */
export const noticesOf = (world: World, personId: string) => world.notices.get(personId) ?? noneYet;

/** One more notice for each of these. @see N1 */
export function tell(world: World, personIds: readonly string[]): void {
  for (const personId of personIds) {
    const before = noticesOf(world, personId);
    world.notices.set(personId, { ...before, lastNo: before.lastNo + 1 });
  }
}

/** Seen up to there; never back, and no further than there are. @see N1 */
export function read(
  world: World,
  actor: string,
  { upTo }: CommandWire<'notice.read'>,
): Ruling<null> {
  const { lastNo, readUpTo } = noticesOf(world, actor);
  const mark = Math.min(upTo, lastNo);
  if (mark <= readUpTo) return { against: [], follows: nothing };
  return { against: [], follows: () => void world.notices.set(actor, { lastNo, readUpTo: mark }) };
}

/** A device is told for whoever asked last. @see N1 */
export function subscribe(
  world: World,
  actor: string,
  { endpoint }: CommandWire<'push.subscribe'>,
): Ruling<null> {
  if (!endpoint.startsWith('https://push.example/')) return refused('push-service');
  return { against: [], follows: () => void world.devices.set(deviceIdOf(endpoint), actor) };
}

export function unsubscribe(
  world: World,
  actor: string,
  { deviceId }: CommandWire<'push.unsubscribe'>,
): Ruling<null> {
  if (world.devices.get(deviceId) !== actor) return refused('not-found');
  return { against: [], follows: () => void world.devices.delete(deviceId) };
}
