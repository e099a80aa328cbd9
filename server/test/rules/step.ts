import type { Command } from 'fast-check';
import type { Answer, CommandName } from '@confab/shared/protocol';
import { callOf, landing, openCallsOf } from '../lives/deeds.ts';
import { settle } from '../lives/happened.ts';
import { judge } from '../lives/life.ts';
import { lookAtForgotten } from '../lives/cases.ts';
import { remind } from '../lives/reminders.ts';
import { rule, type Call } from '../lives/rulings.ts';
import { talkOf } from '../lives/talks.ts';
import type { World } from '../lives/world.ts';
import { nextChange } from '../lives/zones.ts';
import { agree } from './agreement.ts';
import type { Rulebook } from './rulebook.ts';
import type { RuleStride } from './strides.ts';
import { met } from './met.ts';

/** One step of a life by the rules alone, and what must be true after it. */
export class Step implements Command<World, Rulebook> {
  readonly #stride: RuleStride;

  constructor(stride: RuleStride) {
    this.#stride = stride;
  }

  check(): boolean {
    return true;
  }

  run(world: World, book: Rulebook): void {
    met.count('step');
    this.#happen(world, book);
    book.settle();
    agree(world, book);
  }

  toString(): string {
    return JSON.stringify(this.#stride);
  }

  #happen(world: World, book: Rulebook): void {
    const stride = this.#stride;
    switch (stride.deed) {
      case 'wait':
        goTo(world, book, world.now + Math.abs(stride.ahead) * 60_000);
        break;
      case 'jump':
        goTo(world, book, landing(world, stride));
        break;
      case 'season':
        goTo(world, book, beforeChange(world, stride));
        break;
      case 'timer':
        book.wake();
        remind(world);
        lookAtForgotten(world);
        break;
      case 'race':
        race(world, book, stride);
        break;
      default:
        carry(world, book, callOf(world, stride, stride.deed));
    }
  }
}

/** Time goes on; what is due is done. */
function goTo(world: World, book: Rulebook, at: number): void {
  met.passed(world, at);
  world.now = at;
  settle(world);
  book.settle();
}

/** A day or so before somebody's clocks change, be it half a year from now. */
function beforeChange({ people, now }: World, { who, ahead }: RuleStride): number {
  const homes = [...people.values()].map(({ zone }) => zone);
  const zone = homes[who % homes.length] ?? 'UTC';
  return Math.max(now, nextChange(zone, now) - (Math.abs(ahead) % (30 * 60)) * 60_000);
}

const racing: CommandName[] = [
  'booking.accept',
  'booking.request',
  'booking.request',
  'booking.propose',
  'booking.withdraw',
  'booking.cancel',
  'booking.refuse',
  'booking.withdraw-proposal',
];

/** Several decide by what they all see now; then one comes after the other. @see B5 B6 */
function race(world: World, book: Rulebook, stride: RuleStride): void {
  if (stride.flag) goTo(world, book, landing(world, stride));
  const { turns } = stride;
  const calls = turns % 2 === 0 ? everyAccept(world, stride) : several(world, stride);
  met.count('race');
  const won = calls.map((call) => carry(world, book, call));
  if (won.includes(true) && won.includes(false)) met.count('race with a loser');
}

/** Everybody presses Accept, from somebody on. */
function everyAccept(world: World, stride: RuleStride): Call[] {
  const all = openCallsOf(world, stride, 'booking.accept');
  const first = stride.what % Math.max(1, all.length);
  return [...all.slice(first), ...all.slice(0, first)];
}

/** For the same hour, where they name one. */
const several = (world: World, stride: RuleStride) =>
  Array.from({ length: 3 + (stride.turns % 6) }, (_, index) => {
    const [who, what] = [stride.who + index * 7, stride.what + index * 4];
    const name = racing[(stride.turns + index * 3) % racing.length] ?? 'booking.accept';
    return callOf(world, { ...stride, who, what, aim: 'open' }, name);
  });

/** What the rules decide of; all else only changes what they are told. */
const isDecided = (name: CommandName) => name.startsWith('booking.');

/** @returns whether it was carried out; null: it is none that the rules alone could meet */
function carry(world: World, book: Rulebook, call: Call | null): boolean | null {
  if (!call) return null;
  const answer = isDecided(call.name) ? book.give(call) : said(world, call);
  if (!answer) return null;
  judge({ world, given: [] }, call, answer);
  if (answer.ok && call.name === 'admin.suspend')
    book.endMembership(call.input.programId, call.input.personId);
  met.answered(world, call, answer);
  return answer.ok;
}

/** What the model says to a call that no rule of booking is about. */
function said(world: World, call: Call): Answer<unknown> | null {
  const [code] = rule(world, call).against;
  if (code !== undefined) return { ok: false, code } as Answer<unknown>;
  const value = valueOf(world, call);
  return value === undefined ? null : { ok: true, value };
}

function valueOf(world: World, { actor, name, input, commandId }: Call): unknown {
  switch (name) {
    case 'chat.send':
      return { id: commandId, seq: (talkOf(world, actor, input.to)?.entries.length ?? 0) + 1 };
    case 'program.change-settings':
      return { version: input.version + 1, settings: input.settings };
    case 'person.update':
    case 'membership.set-availability':
    case 'admin.suspend':
    case 'admin.reinstate':
      return null;
    default:
      return undefined;
  }
}
