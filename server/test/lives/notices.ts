import { expect } from 'vitest';
import { keptNotices, type CommandWire, type NoticesView } from '@confab/shared/protocol';
import { deviceIdOf } from '../stage/device.ts';
import { roleIn } from './roles.ts';
import { nothing, refused, type Ruling, type Session, type Told, type World } from './world.ts';

const noneYet = { lastNo: 0, readUpTo: 0, told: [] };

/** How far somebody's notices go, and how far they have seen them. */
const noticesOf = (world: World, personId: string) => world.notices.get(personId) ?? noneYet;

/** One more notice for each of these, seen for as long as it holds. @see N1 */
export function tell(
  world: World,
  personIds: readonly string[],
  about: Told['about'] = 'booking',
  holds: (personId: string) => boolean = () => true,
): void {
  for (const personId of personIds) {
    const { lastNo, readUpTo, told } = noticesOf(world, personId);
    const more = [...told, { step: world.step, about, holds: () => holds(personId) }];
    world.notices.set(personId, { lastNo: lastNo + 1, readUpTo, told: more });
  }
}

/**
 * A window shows what holds of the last ones, newest first. What comes in one step, of which a kill
 * or a night may be one, is told in no certain order: then only what it is about is certain. @see F6 N1
 */
export function noticesAgree(world: World, personId: string, notices: NoticesView): void {
  const { lastNo, readUpTo, latest } = notices;
  const { told, ...mark } = noticesOf(world, personId);
  expect({ lastNo, readUpTo }).toEqual(mark);
  expect(latest).toEqual(latest.toSorted((a, b) => b.no - a.no));
  const oldest = lastNo - keptNotices + 1;
  expect(latest.filter(({ no }) => no < oldest || no > lastNo)).toEqual([]);

  const numbered = told.map((notice, index) => ({ ...notice, no: index + 1 }));
  for (const together of Map.groupBy(numbered, ({ step }) => step).values()) {
    const kept = new Set(together.map(({ no }) => no).filter((no) => no >= oldest));
    const shown = latest.filter(({ no }) => kept.has(no)).map(({ kind }) => aboutOf(kind));
    const holding = together.filter(({ holds }) => holds()).map(({ about }) => about);
    if (kept.size === together.length) expect(shown.toSorted()).toEqual(holding.toSorted());
    // The end of what is kept goes through them: none that does not hold, none left out that does.
    else {
      for (const about of new Set(shown))
        expect(count(shown, about)).toBeLessThanOrEqual(count(holding, about));
      expect(kept.size - shown.length).toBeLessThanOrEqual(together.length - holding.length);
    }
  }
}

const count = (all: readonly Told['about'][], about: Told['about']): number =>
  all.filter((one) => one === about).length;

const aboutOf = (kind: string): Told['about'] =>
  kind === 'reviewed' ? 'review' : kind.startsWith('case-') ? 'case' : 'booking';

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
