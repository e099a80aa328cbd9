import type { CommandName, CommandValue, CommandWire } from '@confab/shared/protocol';
import { accept, cancel, endRequest, refuse, withdrawProposal } from './answers.ts';
import * as calendars from './calendars.ts';
import { complete, extendRoom, noShow, undo } from './marks.ts';
import * as memberships from './memberships.ts';
import * as notices from './notices.ts';
import { propose, request } from './offers.ts';
import { keepNote, takeBack, writeReview } from './reviews.ts';
import { sideOf } from './sessions.ts';
import { contest, settle } from './settling.ts';
import * as talks from './talks.ts';
import { nothing, refused, type Ruling, type Session, type Side, type World } from './world.ts';

type Rule<Name extends CommandName> = (
  world: World,
  actor: string,
  input: CommandWire<Name>,
  commandId: string,
) => Ruling<CommandValue<Name>>;

/** A rule about a session that is there; to all but its two people it is not. @see B5 */
const of =
  <Input extends { bookingId: string }, Value>(
    rule: (world: World, session: Session, side: Side, input: Input) => Ruling<Value>,
  ) =>
  (world: World, actor: string, input: Input): Ruling<Value> => {
    const session = world.sessions.get(input.bookingId);
    const side = session && sideOf(session, actor);
    return session && side ? rule(world, session, side, input) : refused('not-found');
  };

/** One's own affair, of which the model knows nothing more. */
const anybodys = { against: [], follows: nothing };

/** What the rules say to each command, whatever the product thinks. */
const rules: { [Name in CommandName]: Rule<Name> } = {
  'chat.send': talks.send,
  'chat.read': talks.read,
  'notice.read': notices.read,
  'mail.choose': () => anybodys,
  'push.choose': () => anybodys,
  'push.subscribe': notices.subscribe,
  'push.unsubscribe': notices.unsubscribe,
  'calendar.renew': () => anybodys,
  'calendar.revoke': () => anybodys,
  'admin.retry-mail': memberships.retryMail,
  'booking.request': request,
  'booking.accept': of(accept),
  'booking.decline': of((world, session, side) => endRequest(world, session, side, 'mentor')),
  'booking.propose': of(propose),
  'booking.refuse': of(refuse),
  'booking.withdraw-proposal': of(withdrawProposal),
  'booking.withdraw': of((world, session, side) => endRequest(world, session, side, 'mentee')),
  'booking.cancel': of(cancel),
  'booking.complete': of(complete),
  'booking.no-show': of(noShow),
  'booking.undo': of(undo),
  'booking.contest': of(contest),
  'booking.settle': settle,
  'booking.extend-room': of(extendRoom),
  'review.write': of(writeReview),
  'review.take-back': of((world, session, side) => takeBack(world, session, side)),
  'note.keep': of(keepNote),
  'person.update': memberships.update,
  'hours.set': memberships.setHours,
  'calendar-source.add-address': calendars.addAddress,
  'calendar-source.add-file': calendars.addFile,
  'calendar-source.remove': calendars.remove,
  'calendar-source.refresh': calendars.refresh,
  'membership.set-availability': memberships.setAvailability,
  'invitation.accept': memberships.accept,
  'program.change-settings': memberships.changeSettings,
  'admin.create-program': memberships.createProgram,
  'admin.invite': memberships.invite,
  'admin.approve-mentor': memberships.approve,
  'admin.suspend': memberships.suspend,
  'admin.reinstate': memberships.reinstate,
};

/** A command as it is about to be given. */
export type Call = {
  [Name in CommandName]: {
    actor: string;
    name: Name;
    input: CommandWire<Name>;
    commandId: string;
  };
}[CommandName];

export const rule = (world: World, { actor, name, input, commandId }: Call): Ruling<unknown> =>
  (rules[name] as (...args: unknown[]) => Ruling<unknown>)(world, actor, input, commandId);
