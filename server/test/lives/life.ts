import { expect } from 'vitest';
import type { Answer, CommandName, CommandValue } from '@confab/shared/protocol';
import type { Confab } from './confab.ts';
import { rule, type Call } from './rulings.ts';
import { settle } from './happened.ts';
import { tally } from './tally.ts';
import type { Window } from './window.ts';
import type { World } from './world.ts';

/** Confab and the model beside it. */
export interface Life {
  world: World;
  confab: Confab;
  windows: Window[];
  /** What was given and answered before, to be given again. */
  given: { call: Call; at: number; answer: Answer<unknown> }[];
}

/** What the rules say came, and changes the model. @see B5 */
export function judge(
  { world, given }: Pick<Life, 'world' | 'given'>,
  call: Call,
  answer: Answer<unknown>,
): void {
  const { against, follows } = rule(world, call);
  tally.count(`${call.name} ${answer.ok ? 'ok' : answer.code}`);
  if (answer.ok) {
    if (against.length > 0) expect({ ...call, against }).toEqual({ ...call, against: [] });
    follows(answer.value);
  } else if (!against.includes(answer.code))
    expect({ ...call, refused: answer }).toEqual({ ...call, refused: against });
  given.push({ call, at: world.now, answer });
}

/** Gives a command to Confab and to the model. */
export async function carry(life: Life, call: Call): Promise<Answer<unknown>> {
  const answer = await life.confab.give(call);
  judge(life, call, answer);
  return answer;
}

/** The same, when nothing but success will do. */
export async function must<Name extends CommandName>(
  life: Life,
  call: Extract<Call, { name: Name }>,
): Promise<CommandValue<Name>> {
  const answer = await carry(life, call);
  if (!answer.ok) throw new Error(`${call.name}: ${answer.code}`);
  return answer.value as CommandValue<Name>;
}

/** Time goes on, or back; what is due is done. */
export function goTo({ world, confab }: Life, at: number): void {
  world.now = at;
  confab.goTo(at);
  settle(world);
}
