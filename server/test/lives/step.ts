import type { AsyncCommand } from 'fast-check';
import { expect } from 'vitest';
import { commands, type Answer, type CommandName } from '@confab/shared/protocol';
import { agrees, atTheDoor, noneOverlap, wakeupsOf } from './agreement.ts';
import { forgetAgain, lookAtForgotten } from './cases.ts';
import { remind } from './reminders.ts';
import type { Confab } from './confab.ts';
import { callOf, landing } from './deeds.ts';
import { is } from './is.ts';
import { listed } from './listed.ts';
import { carry, goTo, judge, type Life } from './life.ts';
import type { Call } from './rulings.ts';
import type { Stride } from './strides.ts';
import type { World } from './world.ts';
import { tally } from './tally.ts';

const month = 30 * 86_400_000;

const isCommand = (deed: Stride['deed']): deed is CommandName => Object.hasOwn(commands, deed);

/** One step of a life, and everything that must be true after it. */
export class Step implements AsyncCommand<object, Life> {
  readonly #stride: Stride;

  constructor(stride: Stride) {
    this.#stride = stride;
  }

  check(): boolean {
    return true;
  }

  async run(_: object, life: Life): Promise<void> {
    tally.count('step');
    life.world.step += 1;
    await this.#happen(life);
    await everythingHolds(life, this.#stride);
  }

  toString(): string {
    return JSON.stringify(this.#stride);
  }

  async #happen(life: Life): Promise<void> {
    const { world, confab, windows, given } = life;
    const { deed, who, what, ahead, turns } = this.#stride;
    const window = windows[who % windows.length];
    if (isCommand(deed)) {
      const call = callOf(world, this.#stride, deed);
      if (call) await carry(life, call);
      return;
    }
    const earlier = given[what % Math.max(1, given.length)];
    switch (deed) {
      case 'wait':
        goTo(life, world.now + Math.abs(ahead) * 60_000);
        break;
      case 'jump':
        goTo(life, landing(world, this.#stride));
        break;
      case 'away':
        if (window) window.away = true;
        break;
      case 'back':
        if (window) window.away = false;
        break;
      case 'timer':
        await confab.wake();
        timerCame(world);
        break;
      case 'repeat':
        if (earlier && world.now - earlier.at < month)
          is(await confab.give(earlier.call), earlier.answer);
        break;
      case 'other-payload': {
        if (!earlier || world.now - earlier.at >= month) break;
        const { actor, commandId } = earlier.call;
        const other: Call = {
          actor,
          commandId,
          name: 'chat.read',
          input: { with: actor, upTo: 7 },
        };
        is(await confab.give(other), { ok: false, code: 'command-id-used' });
        break;
      }
      case 'set-clock':
        tally.count('set-clock');
        await setClock(life, this.#stride);
        break;
      case 'kill':
        await die(life, this.#stride, turns);
    }
  }
}

/** All that is due is done. @see N2 F5 W4 */
export function timerCame(world: World): void {
  for (const [id, at] of world.graces) if (at <= world.now) world.graces.delete(id);
  remind(world);
  lookAtForgotten(world);
}

/** By hours or weeks back, or by up to three years ahead; Confab notices. */
async function setClock(life: Life, { ahead, what, flag }: Stride): Promise<void> {
  const steps = [ahead, 60, 24 * 60, 30 * 24 * 60, flag ? 1 : 3 * 366 * 24 * 60];
  const minutes = Math.abs(steps[what % steps.length] ?? ahead);
  goTo(life, life.world.now + (flag ? -minutes : minutes) * 60_000);
  await life.confab.clockWasSet();
  forgetAgain(life.world);
}

/** Killed with several commands in flight, and those not acknowledged given again. @see B5 C2 */
async function die(life: Life, stride: Stride, turns: number): Promise<void> {
  const deeds: CommandName[] = [
    'chat.send',
    'booking.request',
    'booking.accept',
    'chat.send',
    'booking.propose',
  ];
  const calls = deeds.flatMap((deed, index) => {
    const call = callOf(life.world, { ...stride, who: stride.who + index }, deed);
    return call ? [call] : [];
  });
  const acknowledged = await life.confab.dieWith(calls, turns);
  await nothingLost(life.confab, calls, acknowledged);
  for (const [index, call] of calls.entries()) {
    const again = await life.confab.give(call);
    const before = acknowledged[index];
    tally.count(before ? 'killed after the answer' : 'killed before the answer');
    if (before) expect(again).toEqual(before);
    judge(life, call, again);
  }
}

/**
 * What was acknowledged is known; whatever is known was given before what is not. To give a lost
 * one again would mend it, and nobody would notice. @returns what is known
 * @see B5 C2
 */
export async function nothingLost(
  confab: Confab,
  calls: readonly Call[],
  acknowledged: readonly (Answer<unknown> | null)[],
): Promise<ReadonlySet<string>> {
  const kept = new Set(await confab.kept(calls.map(({ commandId }) => commandId)));
  const lost = calls.filter(({ commandId }, index) => acknowledged[index] && !kept.has(commandId));
  expect(lost).toEqual([]);
  const known = calls.map(({ commandId }) => kept.has(commandId));
  expect(known.slice(0, kept.size)).not.toContain(false);
  return kept;
}

/** What must be true after every step. */
export async function everythingHolds(
  { world, confab, windows }: Life,
  { what, who }: Pick<Stride, 'what' | 'who'>,
): Promise<void> {
  for (const window of windows) agrees(world, window.personId, await window.look(confab));
  noneOverlap(world);
  expect(await confab.planned()).toEqual(wakeupsOf(world));
  const session = [...world.sessions.values()][what % Math.max(1, world.sessions.size)];
  const asker = windows[who % windows.length];
  if (session?.roomId && asker) {
    const answer = await confab.ask(asker.personId, 'room.enter', { roomId: session.roomId });
    const said = answer.ok ? 'in' : answer.code === 'room-closed' ? answer.phase : answer.code;
    expect(said).toBe(atTheDoor(world, session, asker.personId));
  }
  // Three queries more after every step would take as long as the steps.
  if (asker && what % 3 === 0) await listed(world, confab, asker.personId, Math.floor(what / 3));
  expect(await confab.failures()).toEqual([]);
}
