import { defaultSettings, isZone } from '@confab/shared';
import type { CommandWire, DecidedSettings } from '@confab/shared/protocol';
import { tellLine } from './happened.ts';
import { membershipOf, roleIn } from './roles.ts';
import { end, live } from './sessions.ts';
import {
  holding,
  nothing,
  refused,
  type Membership,
  type Program,
  type Ruling,
  type World,
} from './world.ts';

const month = 30 * 86_400_000;

const isAdmin = (world: World, actor: string) => world.people.get(actor)?.admin === true;

export function createProgram(world: World, actor: string): Ruling<{ programId: string }> {
  if (!isAdmin(world, actor)) return refused('forbidden');
  return {
    against: [],
    follows: ({ programId }) => {
      const begun = { settings: defaultSettings, settingsVersion: 1, members: new Map() };
      world.programs.set(programId, begun);
    },
  };
}

/** What is on the table keeps what it was made under. @see D2 W1 */
export function changeSettings(
  world: World,
  actor: string,
  { programId, version, settings }: CommandWire<'program.change-settings'>,
): Ruling<DecidedSettings> {
  const found = world.programs.get(programId);
  const role = roleIn(world, programId, actor);
  if (!found || !(isAdmin(world, actor) || role)) return refused('not-found');
  if (!isAdmin(world, actor) && role !== 'manager') return refused('forbidden');
  const { hours } = settings.clock;
  const against = holding({
    settings: hours <= 0,
    'stale-settings': version !== found.settingsVersion,
  });
  return { against, follows: (decided) => decide(found, decided) };
}

function decide(program: Program, { version, settings }: DecidedSettings): void {
  program.settings = settings;
  program.settingsVersion = version;
}

export function invite(
  world: World,
  actor: string,
  { programId, role, token }: CommandWire<'admin.invite'>,
): Ruling<null> {
  if (!isAdmin(world, actor)) return refused('forbidden');
  if (!world.programs.has(programId) || world.invitations.has(token)) return refused('not-found');
  const expires = world.now + month;
  return {
    against: [],
    follows: () => void world.invitations.set(token, { programId, role, expires }),
  };
}

export function accept(
  world: World,
  actor: string,
  { token }: CommandWire<'invitation.accept'>,
): Ruling<{ programId: string }> {
  const found = world.invitations.get(token);
  if (!found || found.expires <= world.now) return refused('invitation');
  const { programId, role } = found;
  const members = world.programs.get(programId)?.members;
  return {
    against: [],
    follows: () => {
      if (!members || members.has(actor)) return;
      const status = role === 'mentor' ? 'awaiting-approval' : 'active';
      members.set(actor, { role, status, availability: 'available' });
    },
  };
}

type OfMember = { programId: string; personId: string };

function admit(
  world: World,
  actor: string,
  { programId, personId }: OfMember,
  from: Membership['status'],
): Ruling<null> {
  if (!isAdmin(world, actor)) return refused('forbidden');
  const found = membershipOf(world, programId, personId);
  if (found?.status !== from) return refused('not-found');
  return { against: [], follows: () => void (found.status = 'active') };
}

export const approve = (world: World, actor: string, input: OfMember) =>
  admit(world, actor, input, 'awaiting-approval');

export const reinstate = (world: World, actor: string, input: OfMember) =>
  admit(world, actor, input, 'suspended');

/** What is pending, or agreed and not over, ends with it. @see P4 */
export function suspend(world: World, actor: string, input: OfMember): Ruling<null> {
  const { programId, personId } = input;
  const ruling = admit(world, actor, input, 'active');
  if (ruling.against.length > 0) return ruling;
  const follows = () => {
    const found = membershipOf(world, programId, personId);
    if (found) found.status = 'suspended';
    for (const session of world.sessions.values()) {
      const theirs = session.mentorId === personId || session.menteeId === personId;
      const over = session.state === 'accepted' && session.terms.ends <= world.now;
      if (session.programId !== programId || !theirs || !live(session) || over) continue;
      end(session, 'cancelled');
      tellLine(world, session, null);
    }
  };
  return { against: [], follows };
}

export function setAvailability(
  world: World,
  actor: string,
  { programId, availability }: CommandWire<'membership.set-availability'>,
): Ruling<null> {
  const own = membershipOf(world, programId, actor);
  if (!own) return refused('not-found');
  if (own.role !== 'mentor' || own.status !== 'active') return refused('forbidden');
  return { against: [], follows: () => void (own.availability = availability) };
}

/** In any program. */
export const isMentor = (world: World, actor: string): boolean =>
  [...world.programs.values()].some(({ members }) => members.get(actor)?.role === 'mentor');

/** Hours bear on nothing that people must see in these lives: only whether they may be set. @see A1 */
export function setHours(
  world: World,
  actor: string,
  { hours }: CommandWire<'hours.set'>,
): Ruling<null> {
  if (!isMentor(world, actor)) return refused('forbidden');
  const isEmpty = hours?.week.some((day) => day.some(({ from, to }) => to <= from));
  return isEmpty ? refused('hours') : { against: [], follows: nothing };
}

export function update(
  world: World,
  actor: string,
  { zone }: CommandWire<'person.update'>,
): Ruling<null> {
  const person = world.people.get(actor);
  const against = holding({ 'bad-zone': zone !== undefined && !isZone(zone) });
  if (against.length > 0 || !person || zone === undefined) return { against, follows: nothing };
  return { against, follows: () => void (person.zone = zone) };
}

/** There is no letter that was given up here. */
export function retryMail(world: World, actor: string): Ruling<null> {
  return refused(world.people.get(actor)?.admin === true ? 'not-found' : 'forbidden');
}
