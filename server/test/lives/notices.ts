import { expect } from 'vitest';
import { keptNotices, type CommandWire, type NoticesView } from '@confab/shared/protocol';
import { deviceIdOf } from '../stage/device.ts';
import { roleIn } from './roles.ts';
import { nothing, refused, type Ruling, type Session, type Told, type World } from './world.ts';

const noneYet = { lastNo: 0, readUpTo: 0, told: [] };

/** How far somebody's notices go, and how far they have seen them. */
export const noticesOf = (world: World, personId: string) => world.notices.get(personId) ?? noneYet;

/** One more notice for each of these, seen for as long as it holds. @see N1 */
export function tell(
  world: World,
  personIds: readonly string[],
  about: Told['about'] = 'booking',
  holds: (personId: string) => boolean = () => true,
): void {
  for (const personId of personIds) {
    const { lastNo, readUpTo, told } = noticesOf(world, personId);
    const more = [...told, { about, holds: () => holds(personId) }];
    world.notices.set(personId, { lastNo: lastNo + 1, readUpTo, told: more });
  }
}

/**
 * A window shows what holds, newest first. What falls due together is told in no certain order,
 * above all around a kill, so a number alone does not say what it is of. @see F6 N1
 */
export function noticesAgree(world: World, personId: string, notices: NoticesView): void {
  const { lastNo, readUpTo, latest } = notices;
  const { told, ...mark } = noticesOf(world, personId);
  expect({ lastNo, readUpTo }).toEqual(mark);
  const numbers = latest.map(({ no }) => no);
  expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => b - a));
  expect(numbers.every((no) => no <= lastNo && no > lastNo - keptNotices)).toBe(true);
  const held = told.filter(({ holds }) => holds());
  const shown = countsOf(latest.map(({ kind }) => aboutOf(kind)));
  const holding = countsOf(held.map(({ about }) => about));
  if (lastNo <= keptNotices) expect(shown).toEqual(holding);
  // Beyond what is kept: nothing that does not hold, and nothing left out that does.
  for (const about of ['booking', 'review', 'case'] as const)
    expect(shown[about]).toBeLessThanOrEqual(holding[about]);
  if (lastNo > keptNotices)
    expect(keptNotices - latest.length).toBeLessThanOrEqual(told.length - held.length);
}

const aboutOf = (kind: string): Told['about'] =>
  kind === 'reviewed' ? 'review' : kind.startsWith('case-') ? 'case' : 'booking';

const countsOf = (all: Told['about'][]): Record<Told['about'], number> => {
  const counts = { booking: 0, review: 0, case: 0 };
  for (const about of all) counts[about] += 1;
  return counts;
};

/** Those who manage a program are told that one of its sessions waits, but for its own two. @see F2 F5 */
export function tellOfCase(world: World, { programId, mentorId, menteeId }: Session): void {
  const manages = (personId: string) => roleIn(world, programId, personId) === 'manager';
  const managers = [...world.people.keys()].filter(manages);
  tell(
    world,
    managers.filter((one) => one !== mentorId && one !== menteeId),
    'case',
    manages,
  );
}

/** Seen up to there; never back, and no further than there are. @see N1 */
export function read(
  world: World,
  actor: string,
  { upTo }: CommandWire<'notice.read'>,
): Ruling<null> {
  const { lastNo, readUpTo, told } = noticesOf(world, actor);
  const mark = Math.min(upTo, lastNo);
  if (mark <= readUpTo) return { against: [], follows: nothing };
  const after = { lastNo, readUpTo: mark, told };
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
