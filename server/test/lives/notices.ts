import type { CommandWire } from '@confab/shared/protocol';
import { deviceIdOf } from '../stage/device.ts';
import { roleIn } from './roles.ts';
import { nothing, refused, type Ruling, type Session, type World } from './world.ts';

const noneYet = { lastNo: 0, readUpTo: 0, hold: [] };

/** How far somebody's notices go, and how far they have seen them. */
export const noticesOf = (world: World, personId: string) => world.notices.get(personId) ?? noneYet;

/** One more notice for each of these, seen for as long as it holds. @see N1 */
export function tell(
  world: World,
  personIds: readonly string[],
  holds: (personId: string) => boolean = () => true,
): void {
  for (const personId of personIds) {
    const { lastNo, readUpTo, hold } = noticesOf(world, personId);
    const more = [...hold, () => holds(personId)];
    world.notices.set(personId, { lastNo: lastNo + 1, readUpTo, hold: more });
  }
}

/** Those who manage a program are told that one of its sessions waits, but for its own two. @see F2 F5 */
export function tellOfCase(world: World, { programId, mentorId, menteeId }: Session): void {
  const manages = (personId: string) => roleIn(world, programId, personId) === 'manager';
  const managers = [...world.people.keys()].filter(manages);
  tell(
    world,
    managers.filter((one) => one !== mentorId && one !== menteeId),
    manages,
  );
}

/** Seen up to there; never back, and no further than there are. @see N1 */
export function read(
  world: World,
  actor: string,
  { upTo }: CommandWire<'notice.read'>,
): Ruling<null> {
  const { lastNo, readUpTo, hold } = noticesOf(world, actor);
  const mark = Math.min(upTo, lastNo);
  if (mark <= readUpTo) return { against: [], follows: nothing };
  const after = { lastNo, readUpTo: mark, hold };
  return { against: [], follows: () => void world.notices.set(actor, after) };
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
