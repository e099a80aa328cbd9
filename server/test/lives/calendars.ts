import type { CommandWire } from '@confab/shared/protocol';
import { isMentor } from './memberships.ts';
import { holding, nothing, refused, type Ruling, type World } from './world.ts';

type Added = Ruling<{ sourceId: string }>;

/** Calendars only make open times fewer: here it is only whether one may have them. @see A8 */
function add(world: World, actor: string, address: boolean, against: string[]): Added {
  if (!isMentor(world, actor)) return refused('forbidden');
  const own = [...world.calendars.values()].filter((one) => one.of === actor);
  return {
    against: [...holding({ 'too-many-calendars': own.length >= 5 }), ...against],
    follows: ({ sourceId }) => void world.calendars.set(sourceId, { of: actor, address }),
  };
}

export const addAddress = (
  world: World,
  actor: string,
  { address }: CommandWire<'calendar-source.add-address'>,
): Added => add(world, actor, true, holding({ 'calendar-address': address.startsWith('ftp:') }));

export const addFile = (
  world: World,
  actor: string,
  { busy }: CommandWire<'calendar-source.add-file'>,
): Added => add(world, actor, false, holding({ 'busy-times': busy.length % 2 !== 0 }));

type OfOne = { sourceId: string };

export function remove(world: World, actor: string, { sourceId }: OfOne): Ruling<null> {
  if (world.calendars.get(sourceId)?.of !== actor) return refused('not-found');
  return { against: [], follows: () => void world.calendars.delete(sourceId) };
}

export function refresh(world: World, actor: string, { sourceId }: OfOne): Ruling<null> {
  const found = world.calendars.get(sourceId);
  if (found?.of !== actor || !found.address) return refused('not-found');
  return { against: [], follows: nothing };
}
