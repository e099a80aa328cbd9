import { expect } from 'vitest';
import { Temporal, toText } from '@confab/shared';
import type { CommandName } from '@confab/shared/protocol';
import { wakeupsOf } from '../lives/agreement.ts';
import { callOf, landing } from '../lives/deeds.ts';
import { goTo, judge, type Life } from '../lives/life.ts';
import type { Call } from '../lives/rulings.ts';
import { everythingHolds, nothingLost, timerCame } from '../lives/step.ts';
import type { Stride } from '../lives/strides.ts';
import { Tally } from '../lives/tally.ts';
import type { World } from '../lives/world.ts';
import type { KilledConfab } from './killed-confab.ts';

/** One kill: what moment of the life it comes at, what is in flight, and what is given again. */
export interface Kill {
  stride: Stride;
  /** Time goes on just before, to where something is due. */
  due: boolean;
  inFlight: Stride[];
  /** How far all that has come by then. */
  turns: number;
  /** Whether people give again what nobody answered. */
  again: boolean;
}

/** What was met at the kills. */
export const met = new Tally();

/** Killed in the middle of it all; then everything must be as the model says. @see B5 C2 D6 */
export async function kill(life: Life, confab: KilledConfab, given: Kill): Promise<void> {
  const { world } = life;
  const { stride, turns, again } = given;
  met.count('kill');
  world.step += 1;
  if (given.due) goTo(life, landing(world, { ...stride, flag: false }));
  const due = dueIn(world);
  const planned = await confab.planned();
  const calls = given.inFlight.flatMap((one) => callIn(world, one, due) ?? []);

  const acknowledged = await confab.dieWith(calls, turns);
  const kept = await nothingLost(confab, calls, acknowledged);
  const answered = acknowledged.filter((one) => one !== null).length;
  met.count('in flight', calls.length);
  met.count('unacknowledged at the kill', calls.length - answered);
  met.count('kept, though nobody was answered', kept.size - answered);
  if (calls.length > answered) met.count('kill with something unacknowledged');
  met.count('due at the kill', planned.filter((one) => isDue(one, world)).length);
  met.count('due at the next start', confab.undone);
  if (confab.undone > 0) met.count('kill with something due at the next start');

  // What was due has been done by now, once, by whichever process.
  timerCame(world);
  for (const [index, call] of calls.entries()) {
    if (!kept.has(call.commandId)) continue;
    const answer = await confab.give(call);
    if (acknowledged[index]) expect(answer).toEqual(acknowledged[index]);
    judge(life, call, answer);
  }
  await settled(life, stride);
  if (!again) return;
  for (const call of calls)
    if (!kept.has(call.commandId)) judge(life, call, await confab.give(call));
  await settled(life, stride);
}

async function settled(life: Life, stride: Stride): Promise<void> {
  await life.confab.wake();
  timerCame(life.world);
  await everythingHolds(life, stride);
}

const isDue = (planned: string, { now }: World): boolean =>
  (planned.split(' ')[0] ?? '') <= toText(Temporal.Instant.fromEpochMilliseconds(now));

/** The bookings for which the timer has something to do now, beside what is always done first. */
const dueIn = (world: World): ReadonlySet<string> =>
  new Set(
    wakeupsOf(world)
      .filter((planned) => isDue(planned, world))
      .map((planned) => planned.split(' ')[2] ?? ''),
  );

export const isCommand = (deed: Stride['deed']): deed is CommandName => deed.includes('.');

/** Who manages is told of what is forgotten, and sees no further than there is. */
const turnsOnWhatIsDue: ReadonlySet<CommandName> = new Set([
  'admin.reinstate',
  'admin.suspend',
  'invitation.accept',
  'notice.read',
]);

/**
 * A command to be in flight. While something is due, what comes first is chance: a command is left
 * out that would go otherwise before it than after it.
 */
function callIn(world: World, stride: Stride, due: ReadonlySet<string>): Call | null {
  if (!isCommand(stride.deed)) return null;
  const call = callOf(world, stride, stride.deed);
  if (!call || due.size === 0) return call;
  if (turnsOnWhatIsDue.has(call.name)) return null;
  return 'bookingId' in call.input && due.has(call.input.bookingId) ? null : call;
}
