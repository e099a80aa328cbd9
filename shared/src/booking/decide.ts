import { Temporal, type Instant } from '../time/index.ts';
import { applyEvent } from './apply-event.ts';
import type { Booking } from './booking.ts';
import type { Actor, BookingCommand } from './command.ts';
import { accept, refuseOffer } from './commands/answer.ts';
import { endMembership, expire } from './commands/by-system.ts';
import { cancel } from './commands/cancel.ts';
import { contest } from './commands/contest.ts';
import type { Context } from './commands/context.ts';
import { decline, withdraw } from './commands/end-request.ts';
import { extendRoom } from './commands/extend-room.ts';
import { complete, markNoShow, undo } from './commands/mark.ts';
import { propose } from './commands/propose.ts';
import { request } from './commands/request.ts';
import { settle } from './commands/settle.ts';
import { withdrawProposal } from './commands/withdraw-proposal.ts';
import type { BookingEvent } from './event.ts';
import type { BookingFacts } from './facts.ts';
import { sideOf } from './side.ts';
import { refuse, type Refused, type Verdict } from './verdict.ts';

/** The new state and what happened, or why not. */
export type Decision = { ok: true; booking: Booking; events: BookingEvent[] } | Refused;

/** What a decision is made with, beside the booking and the command. */
export interface Circumstances {
  now: Instant;
  actor: Actor;
  facts: BookingFacts;
}

/**
 * Decides one command on one booking; `decide(null, request, …)` creates one. Pure: the same
 * arguments give the same outcome. `now` counts in whole milliseconds. What is due is decided
 * first, by `expire`: see `dueAt`.
 *
 * @throws RangeError on a facts' zone or clock that `isZone` or `checkSettings` refuses
 * @see B3 B5
 */
export function decide(
  booking: Booking | null,
  command: BookingCommand,
  { now: exactly, actor, facts }: Circumstances,
): Decision {
  const now = Temporal.Instant.fromEpochMilliseconds(exactly.epochMilliseconds);
  const verdict = booking
    ? onBooking(booking, command, { now, actor, facts })
    : onNothing(command, { now, actor, facts });
  if (!verdict.ok) return verdict;
  const [first, ...others] = verdict.events;
  const after = others.reduce<Booking>(applyEvent, applyEvent(booking, first));
  return { ok: true, booking: after, events: verdict.events };
}

function onNothing(command: BookingCommand, { now, actor, facts }: Circumstances): Verdict {
  if (command.type !== 'request' || actor.kind !== 'person') return refuse({ code: 'not-found' });
  return request(command, actor.id, { now, facts });
}

function onBooking(
  booking: Booking,
  command: BookingCommand,
  { now, actor, facts }: Circumstances,
): Verdict {
  if (actor.kind === 'system') return bySystem(booking, command, now);
  const side = sideOf(booking, actor.id);
  if (command.type === 'settle')
    return settle(booking, command, { side, role: facts.actorRole, now });
  if (!side) return refuse({ code: 'not-found' });
  return byPerson(booking, command, { side, now, facts });
}

function bySystem(booking: Booking, command: BookingCommand, now: Instant): Verdict {
  switch (command.type) {
    case 'expire':
      return expire(booking, now);
    case 'end-membership':
      return endMembership(booking, now);
    default:
      return refuse({ code: 'not-your-part' });
  }
}

/** What one of the two asks. */
function byPerson(
  booking: Booking,
  command: Exclude<BookingCommand, { type: 'settle' }>,
  context: Context,
): Verdict {
  switch (command.type) {
    case 'accept':
      return accept(booking, command, context);
    case 'decline':
      return decline(booking, command, context);
    case 'propose':
      return propose(booking, command, context);
    case 'refuse':
      return refuseOffer(booking, command, context);
    case 'withdraw-proposal':
      return withdrawProposal(booking, command, context);
    case 'withdraw':
      return withdraw(booking, context);
    case 'cancel':
      return cancel(booking, command, context);
    case 'complete':
      return complete(booking, command, context);
    case 'no-show':
      return markNoShow(booking, context);
    case 'undo':
      return undo(booking, context);
    case 'contest':
      return contest(booking, command, context);
    case 'extend-room':
      return extendRoom(booking, context);
    case 'request':
      return refuse({ code: 'wrong-state', state: booking.state });
    case 'expire':
    case 'end-membership':
      return refuse({ code: 'not-your-part' });
  }
}
